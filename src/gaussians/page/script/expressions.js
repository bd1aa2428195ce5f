// Calculations as people type them: 1.2*0.8, √(1 − 0,6²), e^-0.5.

const TOKENS = /(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?|[a-z]+|\S/g;
const NUMBER_TOKEN = /^[.,]?\d/;
const LONGEST_SUM = 100; // characters
/** @type {[RegExp, string][]} */
const SPELLED = [[/[−–]/g, "-"], [/\*\*/g, "^"], [/[·×⋅]/g, "*"], [/÷/g, "/"], [/√/g, "sqrt"], [/π/g, "pi"], [/²/g, "^2"], [/³/g, "^3"]];
/** @type {Map<string, (value: number) => number>} */
const FUNCTIONS = new Map([["sqrt", Math.sqrt], ["exp", Math.exp], ["ln", Math.log], ["abs", Math.abs]]);
const CONSTANTS = new Map([["pi", Math.PI], ["e", Math.E]]);

/**
 * Each function reads one kind of term from the front of the tokens.
 * @param {string} text
 * @returns {number} NaN if it cannot be read
 */
export function calculate(text) {
  if (text.length > LONGEST_SUM) return NaN;
  const spelled = SPELLED.reduce((all, [sign, word]) => all.replace(sign, word), text.toLowerCase());
  /** @type {string[]} */
  const tokens = spelled.match(TOKENS) ?? [];
  let readable = true;

  /** @param {string} sign */
  const comes = (sign) => tokens[0] === sign && tokens.shift() === sign;

  function sum() {
    let value = product();
    for (;;) {
      if (comes("+")) value += product();
      else if (comes("-")) value -= product();
      else return value;
    }
  }

  function product() {
    let value = signed();
    for (;;) {
      if (comes("*")) value *= signed();
      else if (comes("/")) value /= signed();
      else return value;
    }
  }

  /** @returns {number} */
  function signed() {
    if (comes("-")) return -signed();
    return comes("+") ? signed() : power();
  }

  function power() {
    const base = single();
    return comes("^") ? base ** signed() : base;
  }

  /** @returns {number} */
  function single() {
    const token = tokens.shift() ?? "";
    const apply = FUNCTIONS.get(token);
    if (apply) return apply(single());
    if (token === "(") {
      const value = sum();
      readable &&= comes(")");
      return value;
    }
    readable &&= NUMBER_TOKEN.test(token) || CONSTANTS.has(token);
    return CONSTANTS.get(token) ?? Number(token.replace(",", "."));
  }

  const value = sum();
  return readable && tokens.length === 0 ? value : NaN;
}
