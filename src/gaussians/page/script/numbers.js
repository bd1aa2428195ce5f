// The page's side of a lesson: controls set the state, the state asks the engine, and what it
// answers is drawn. Numbers flow one way; nothing is read back from a figure or a text.

const config = JSON.parse(document.getElementById("config").textContent);
const all = (selector) => [...document.querySelectorAll(selector)];
const figure = document.getElementById("figure");
const readouts = { ...config.readouts };

// Numbers as text.

const minus = (text) => text.replace("-", "−");
const plain = (text) => text.trim().replace(/[−–]/g, "-").replace(",", "."); // as people type it

function format(value, kind) {
  if (kind === "text") return value;
  if (value === null || !Number.isFinite(Number(value))) return "–";
  if (kind.includes("|")) return kind.split("|")[Number(value)];
  if (kind === "%") return `${(100 * value).toFixed(1)} %`;
  if (kind === "e") return value === 0 ? "0" : powerOfTen(value);
  const text = minus(Number(value.toFixed(parseInt(kind))).toFixed(parseInt(kind)));
  if (kind.endsWith("p")) return text.startsWith("−") ? `(${text})` : text;
  return kind.endsWith("m") && !text.startsWith("−") ? `\u2007${text}` : text; // keeps its place
}

function powerOfTen(value) {
  const [digits, power] = value.toExponential(1).split("e");
  const raised = [...power.replace("+", "")].map((c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c])).join("");
  return `${minus(digits)} × 10${raised}`;
}
