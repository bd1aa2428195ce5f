// What is shown.

const slots = all("[data-readout]");
const concealed = new Set();

function show(changed) {
  Object.assign(readouts, changed);
  for (const slot of slots) {
    const { readout, format: kind } = slot.dataset;
    const text = concealed.has(readout) ? "?" : format(readouts[readout], kind);
    if (slot.textContent !== text) slot.textContent = text;
  }
}

// Parts that matter only for some choices are there only then.
const parts = all("[data-when]");
const planes = all(".plane");
const inSight = () => Object.keys(config.planes).filter((_, i) => !planes[i].hidden);

function holds(condition) {
  const [key, values] = condition.split("=");
  return values.split("|").includes(state[key]);
}

function choose() {
  for (const part of parts) part.hidden = !part.dataset.when.split("&").every(holds);
  document.querySelector(".lab").classList.toggle("several", inSight().length > 1);
  if (isStatic) build();
}

// A screen reader hears where a change ended, not each step of it.
function describe() {
  const sentence = document.getElementById("sentence").cloneNode(true);
  for (const part of sentence.querySelectorAll("[hidden]")) part.remove();
  document.getElementById("description").textContent = sentence.textContent.replace(/\s+/g, " ").trim();
}

function notice(problems) {
  const box = document.getElementById("notice");
  box.hidden = problems.length === 0;
  box.querySelector("ul").replaceChildren(...problems.map((problem) => {
    const item = document.createElement("li");
    item.textContent = problem;
    return item;
  }));
}
