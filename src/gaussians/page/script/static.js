// A page without a server reads its address itself.

const isStatic = document.documentElement.classList.contains("static");

function readAddress() {
  const query = new URLSearchParams(location.search);
  const problems = [];
  for (const key of new Set(query.keys())) {
    if (config.kept.includes(key)) continue;
    const [text, ...more] = query.getAll(key);
    const known = key in config.numbers || key in config.choices;
    const problem = more.length ? `“${key}” is given more than once; it was not used.`
      : known ? misfit(key, text) : `There is nothing called “${key.slice(0, 40)}” here; it was not used.`;
    if (problem) problems.push(problem);
    else state[key] = key in config.numbers ? Number(text) : text;
  }
  notice(problems.length > 4 ? [...problems.slice(0, 3), `${problems.length - 3} more were not used either.`] : problems);
  hide((query.get("hide") ?? "").split(","));
  document.documentElement.classList.toggle("embedded", query.get("embed") === "1");
  document.documentElement.classList.add("read");
}

// An instructor's list of parameters: nothing in the page sets them any more.
function hide(keys) {
  for (const key of keys.filter((name) => name in state)) {
    for (const input of all(`[data-key="${key}"]`)) input.closest(".slider, .field, .choice")?.remove();
    for (const other of all(`.handle[data-x="${key}"], .handle[data-y="${key}"], [data-sets*='"${key}"']`)) other.remove();
    delete config.picks[key];
  }
  for (const group of all("#controls fieldset")) if (!group.querySelector("input, button")) group.remove();
}
