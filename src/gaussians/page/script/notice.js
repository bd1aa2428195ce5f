// What the page says of itself.

import { announce } from "./announce.js";
import { one, recorded } from "./page.js";

/** @param {string[]} problems */
export function notice(problems) {
  const box = one("#notice");
  box.hidden = problems.length === 0;
  one("ul", box).replaceChildren(...problems.map((problem) => {
    const item = document.createElement("li");
    item.textContent = problem;
    return item;
  }));
}

/** @param {boolean} yes whether the server has been lost, or is there */
export function lost(yes) {
  const { classList } = document.documentElement;
  if (yes === classList.contains("lost")) return; // it has been said
  classList.toggle("lost", yes);
  if (!yes) {
    notice([]);
    announce("The server answers again."); // who does not see would not know
  } else notice([recorded
    ? "The server does not answer. This page goes on without it; only the check by numpy waits until it answers."
    : "The server, which computes this figure, does not answer. The figure will follow what you set once it answers."]);
}

/** @param {boolean} yes whether a question is on its way to numpy */
export function checking(yes) {
  one("#checked").ariaBusy = String(yes);
}

/** @param {string} text what numpy says of the numbers */
export function checked(text) {
  const place = one("#checked");
  if (place.textContent !== text) place.textContent = text;
}
