// What an instructor hides is locked: whatever in the page would change it goes.

const locked = new Set(asked.hidden);

const changesLocked = (values) => Object.entries(values).some(([key, value]) => locked.has(key) && value !== state[key]);

function removeLocked() {
  for (const input of all("[data-key]")) {
    const { key } = input.dataset;
    if (locked.has(key) || changesLocked(config.implied[key] ?? {})) input.closest(".slider, .field, .choice")?.remove();
  }
  for (const handle of all(".handle")) if (locked.has(handle.dataset.x) || locked.has(handle.dataset.y)) handle.remove();
  for (const button of all("[data-sets]")) if (Object.keys(JSON.parse(button.dataset.sets)).some((key) => locked.has(key))) button.remove();
  for (const button of all("[data-preset]")) if (changesLocked(config.presets[button.dataset.preset])) button.remove();
  for (const group of all("#controls fieldset")) if (!group.querySelector("input, button")) group.remove();
  for (const key of locked) delete config.picks[key];
}

if (locked.size > 0) removeLocked();
