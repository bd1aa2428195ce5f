// Controls.

const inputs = all("[data-key]");
const brief = (value) => minus(String(Number(value.toFixed(4))));

function mirror(except) {
  choose();
  for (const input of inputs) {
    if (input === except) continue;
    const value = state[input.dataset.key];
    if (input.type === "radio") input.checked = input.value === value;
    else {
      const text = input.type === "range" ? String(value) : brief(value);
      if (input.value !== text) input.value = text; // setting it paints it again, even if equal
    }
  }
}

function change(values, source) {
  figure.ariaBusy = "true";
  Object.assign(state, values);
  mirror(source);
  predictions.forEach(forget);
  engine.change();
}

// A value as an address or a program has it: 15 digits are all that every computer agrees on.
const written = (value) => String(typeof value === "number" ? Number(value.toPrecision(15)) : value);

// The page in its present state; of the keys about the page, some can be set anew or left out.
function address(page = {}) {
  const parameters = new URLSearchParams();
  const now = new URLSearchParams(location.search);
  for (const key of config.kept) {
    const value = key in page ? page[key] : now.get(key);
    if (value !== null) parameters.set(key, value);
  }
  for (const [key, value] of Object.entries(state)) {
    if (value !== config.start[key]) parameters.set(key, written(value));
  }
  const query = parameters.toString().replaceAll("%2C", ",");
  return location.origin + location.pathname + (query && `?${query}`);
}

// A change ends: say it, and keep it in the address for a reload or a link. Keys that are held
// down end many; browsers take no more than some addresses a second, so only the last one counts.
let ending = 0;

function settle() {
  clearTimeout(ending);
  ending = setTimeout(() => {
    history.replaceState(null, "", address());
    engine.settle(() => { describe(); figure.ariaBusy = "false"; });
  }, 100);
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

// What is wrong with a text as the value of a parameter, in words; nothing if it will do.
function misfit(key, text) {
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  const { label, low, high, whole, values } = config.numbers[key] ?? config.choices[key];
  if (values) return values.includes(text) ? "" : `${label} is one of ${values.join(", ")}; “${short}” was not used.`;
  const value = Number(text);
  if (NUMBER.test(text) && low <= value && value <= high && (!whole || Number.isInteger(value))) return "";
  const range = `${minus(String(low))} to ${minus(String(high))}`;
  return `${label} ${whole ? "is a whole number and " : ""}goes from ${range}; “${short}” was not used.`;
}

function typed(input) {
  const key = input.dataset.key;
  const text = plain(input.value);
  const problem = misfit(key, text);
  input.setAttribute("aria-invalid", problem !== "");
  notice(problem ? [problem] : []);
  if (problem) mirror();
  else {
    change({ ...implied(input), [key]: Number(text) });
    settle();
  }
}

// A dial that matters for one choice only makes that choice when it is turned.
const implied = (input) => config.implied[input.dataset.key] ?? {};

const actions = {
  reset: () => { notice([]); change({ ...config.start }); },
  resample: (key) => change({ [key]: Math.floor(Math.random() * (config.numbers[key].high + 1)) }),
  clear: (key) => change({ [key]: config.start[key] }),
  dismiss: () => notice([]),
};

function listen() {
  const form = document.getElementById("controls");
  form.addEventListener("input", ({ target }) => {
    if (target.type === "range") change({ ...implied(target), [target.dataset.key]: target.valueAsNumber }, target);
    if (target.type === "radio") change({ [target.dataset.key]: target.value }, target);
  });
  form.addEventListener("change", ({ target }) => (target.type === "text" ? typed(target) : settle()));
  document.addEventListener("click", ({ target }) => {
    const { preset, action, sets, for: key } = target.closest("button")?.dataset ?? {};
    if (preset) change({ ...config.presets[preset] });
    if (action) actions[action](key);
    if (sets && browser.telling) browser.tell(); // readouts may be a moment behind
    if (sets) change(Object.fromEntries(Object.entries(JSON.parse(sets)).map(([name, from]) => [name, readouts[from]])));
    if (preset || sets || (action && action !== "dismiss")) settle();
  });
  document.addEventListener("submit", (event) => event.preventDefault());
  handles.forEach(listenToHandle);
  predictions.forEach(listenToPrediction);
  listenToShare();
}
