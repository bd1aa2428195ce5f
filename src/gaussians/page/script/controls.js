// Controls.

const inputs = all("[data-key]");
const brief = (value) => minus(String(Number(value.toFixed(4))));

function mirror(except) {
  choose();
  for (const input of inputs) {
    if (input === except) continue;
    if (input.ariaInvalid === "true") complain(input, "");
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

// A change ends: say it, and keep it in the address for a reload or a link. Keys that are held
// down end many; browsers take no more than some addresses a second, so only the last one counts.
let ending = 0;

function settle() {
  clearTimeout(ending);
  ending = setTimeout(() => {
    keepAddress();
    engine.settle(() => { describe(); figure.ariaBusy = "false"; });
  }, 100);
}

// What is wrong with a typed value stands under its field, over what is there: nothing moves.
function complain(input, problem) {
  let place = input.parentElement.querySelector(".problem");
  input.setAttribute("aria-invalid", problem !== "");
  if (!problem) return place?.remove();
  if (!place) {
    place = Object.assign(document.createElement("p"), { className: "problem", role: "alert" });
    input.parentElement.append(place);
  }
  place.textContent = problem;
  if (document.activeElement === input) place.scrollIntoView({ block: "nearest" }); // no hand is elsewhere
}

function revert(input) {
  input.value = brief(state[input.dataset.key]);
  complain(input, "");
}

function typed(input) {
  const key = input.dataset.key;
  const whole = parameters.get(key).whole; // in which a comma may stand for thousands
  const text = whole ? input.value.trim() : plain(input.value);
  const problem = misfit(key, text, input.value);
  complain(input, problem);
  if (problem) return;
  change({ ...implied(input), [key]: Number(text) });
  settle();
}

// A dial that matters for one choice only makes that choice when it is turned.
const implied = (input) => config.implied[input.dataset.key] ?? {};

const actions = {
  reset: () => { notice([]); change(home); },
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
  form.addEventListener("keydown", ({ key, target }) => { if (key === "Escape" && target.type === "text") revert(target); });
  document.addEventListener("click", ({ target }) => {
    const { preset, action, sets, for: key } = target.closest("button")?.dataset ?? {};
    if (preset) change({ ...config.presets[preset] });
    if (action) actions[action](key);
    if (sets && browser.telling) browser.tell(); // readouts may be a moment behind
    if (sets) change(Object.fromEntries(Object.entries(JSON.parse(sets)).map(([name, from]) => [name, readouts[from]])));
    if (preset || sets || (action && action !== "dismiss")) settle();
  });
  document.addEventListener("submit", (event) => event.preventDefault());
  inputs.filter(({ type }) => type === "range").forEach(listenToFinger);
  handles.forEach(listenToHandle);
  predictions.forEach(listenToPrediction);
  listenToShare();
}
