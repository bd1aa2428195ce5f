// What an instructor hides is locked: whatever in the page would change it goes.

import { all, config } from "./page.js";
import { asked, state } from "./state.js";

const locked = new Set(asked.hidden);

/** @param {Values} values */
const changesLocked = (values) => Object.entries(values).some(([key, value]) => locked.has(key) && value !== state[key]);

function removeLocked() {
  /** @type {Input[]} */
  const inputs = all("[data-key]");
  for (const input of inputs) {
    const { key } = input.dataset;
    if (locked.has(key) || changesLocked(config.implied[key] ?? {})) input.closest(".slider, .field, .choice")?.remove();
  }
  /** @type {Handle[]} */
  const handles = all(".handle, .turner, .placer");
  for (const handle of handles) if (locked.has(handle.dataset.x) || locked.has(handle.dataset.y)) handle.remove();
  for (const part of all("[data-draws]")) if (locked.has(part.dataset.draws ?? "")) part.remove();
  /** @type {Data[]} */
  const buttons = all("button");
  for (const button of buttons) {
    const { sets, preset } = button.dataset;
    if (sets && Object.keys(JSON.parse(sets)).some((key) => locked.has(key))) button.remove();
    if (preset && changesLocked(config.presets[preset])) button.remove();
  }
  for (const group of all("#controls fieldset")) if (!group.querySelector("input, button")) group.remove();
  for (const key of locked) delete config.picks[key];
}

if (locked.size > 0) removeLocked();
