// The address holds the state. Served pages are told what theirs says, for Python has read it
// (page/address.py); both readers are tested with one table of cases, tests/page/addresses.json.

const isStatic = document.documentElement.classList.contains("static");
const parameters = new Map(Object.entries({ ...config.numbers, ...config.choices }));
const pageKeys = new Map(Object.entries(config.keys));
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const LONGEST = 40; // characters of a number, and of what a message repeats

function shorten(raw) {
  const text = [...raw.replace(/[ \t\n\r\f\v]+/g, " ").replace(/^ | $/g, "")];
  return text.length <= LONGEST ? text.join("") : `${text.slice(0, LONGEST - 1).join("")}…`;
}

const nothingCalled = (name) => `There is nothing called “${shorten(name)}” here; it was not used.`;
const notUsed = (label, expected, text) => `${label} ${expected}; “${shorten(text)}” was not used.`;

// What is wrong with a text as the value of a parameter, in words; nothing if it will do.
function misfit(key, text, given = text) {
  if (!parameters.has(key)) return nothingCalled(key);
  const { label, low, high, whole, values } = parameters.get(key);
  if (values) return values.includes(text) ? "" : notUsed(label, `is one of ${values.join(", ")}`, given);
  const value = Number(text);
  const range = `goes from ${minus(String(low))} to ${minus(String(high))}`;
  if (!NUMBER.test(text) || text.length > LONGEST || value < low || value > high) return notUsed(label, range, given);
  return !whole || Number.isInteger(value) ? "" : notUsed(label, `is a whole number and ${range}`, given);
}

const valueOf = (key, text) => (parameters.get(key).values ? text : Number(text));

function readAddress(search) {
  const query = new URLSearchParams(search);
  const found = { state: { ...(isStatic ? config.asked.state : config.start) }, page: { ...config.asked.page }, hidden: [], problems: [] };
  const { state, page, hidden, problems } = found;
  for (const key of new Set(query.keys())) {
    const [text, ...more] = query.getAll(key);
    if (key === "hide") {
      const list = query.getAll(key).join(",");
      const names = new Set(list.split(",").map((name) => name.replace(/^ +| +$/g, "")).filter(Boolean));
      page[key] = list;
      for (const name of names) parameters.has(name) ? hidden.push(name) : problems.push(nothingCalled(name));
    } else if (more.length) problems.push(`“${shorten(key)}” is given more than once; it was not used.`);
    else if (pageKeys.has(key)) {
      const values = pageKeys.get(key);
      if (values.includes(text)) page[key] = text;
      else problems.push(notUsed(key, `is one of ${values.join(", ")}`, text));
    } else {
      const problem = misfit(key, text);
      problem ? problems.push(problem) : state[key] = valueOf(key, text);
    }
  }
  return found;
}

const abridge = (problems) => (problems.length <= config.mostProblems ? problems
  : [...problems.slice(0, config.mostProblems - 1), `${problems.length - config.mostProblems + 1} more were not used either.`]);

// Reset goes back to what the page was opened with; a reload does not open it anew.
const opened = history.state?.opened ?? location.search;
const home = readAddress(opened).state;
const asked = isStatic ? readAddress(location.search) : config.asked;
let state = { ...asked.state };

// A value as an address or a program has it: 15 digits are all that every computer agrees on.
const written = (value) => String(typeof value === "number" ? Number(value.toPrecision(15)) : value);

// A document that another one holds as text (srcdoc, blob:) has no address of its own.
const hasAddress = ["http:", "https:", "file:"].includes(location.protocol);

// The page in its present state; keys about the page can be set anew, or left out by null.
function address(changes = {}) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...asked.page, ...changes })) {
    if (value !== null) query.set(key, value);
  }
  for (const [key, value] of Object.entries(state)) {
    if (value !== config.start[key]) query.set(key, written(value));
  }
  const url = new URL(location.href);
  url.search = query.toString().replaceAll("%2C", ",");
  url.hash = "";
  return url.href;
}

// Keep the state in the address for a reload or a link. Where a browser does not allow it (a
// frame without an origin, Firefox on a disk), the page keeps its state all the same.
function keepAddress() {
  try {
    history.replaceState({ opened }, "", address() + location.hash);
  } catch (error) {
    if (error.name !== "SecurityError") throw error;
  }
}
