// Numbers as text, and texts as numbers. Which formats there are is said by kit/words/slots.py;
// both are tested with one table of cases, tests/page/formats.json.

/** @param {string} text */
export const minus = (text) => text.replace("-", "−");

/** @param {string} text as people type it */
export const plain = (text) => text.trim().replace(/[−–]/g, "-").replace(",", ".");

/** @param {number} value */
export const brief = (value) => minus(String(Number(value.toFixed(4))));

/** @type {(many: number, what: string) => string} as “1 stroke”, “2 strokes” */
export const plural = (many, what) => `${many} ${what}${many === 1 ? "" : "s"}`;

/**
 * A value as an address or a program has it: 15 digits are all that every computer agrees on.
 * @param {Value} value
 */
export const written = (value) => String(typeof value === "number" ? Number(value.toPrecision(15)) : value);

/**
 * @param {any} value a number, a text, or null for what is no number
 * @param {string} kind
 * @returns {string}
 */
export function format(value, kind) {
  if (kind === "text") return value;
  if (value === null || !Number.isFinite(Number(value))) return "–";
  if (kind.includes("|")) return kind.split("|")[Number(value)];
  if (kind === "%") return `${rounded(100 * value, 1)} %`;
  if (kind === "e") return value === 0 ? "0" : powerOfTen(value);
  if (kind === ",") return rounded(value, 0).replace(/\B(?=(\d{3})+$)/g, ",");
  const text = rounded(value, parseInt(kind, 10));
  if (kind.endsWith("p")) return text.startsWith("−") ? `(${text})` : text;
  return kind.endsWith("m") && !text.startsWith("−") ? `\u2007${text}` : text; // keeps its place
}

/** @type {(value: number, digits: number) => string} never −0 */
const rounded = (value, digits) => minus(Number(value.toFixed(digits)).toFixed(digits));

/** @param {number} value */
function powerOfTen(value) {
  const [digits, power] = value.toExponential(1).split("e");
  const raised = [...power.replace("+", "")].map((c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)])).join("");
  return `${minus(digits)} × 10${raised}`;
}
