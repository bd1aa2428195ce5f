// What the page says of itself.

import { one } from "./page.js";

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
  if (yes) notice([window.origin === "null"
    ? "The server does not answer a sandboxed frame. Whoever put it here can allow it its origin, or use an exported page."
    : "The server does not answer. Your settings are kept in the address: reload the page to go on."]);
  else if (document.documentElement.classList.contains("lost")) notice([]);
  document.documentElement.classList.toggle("lost", yes);
}

/** @param {string} text what numpy says of the numbers */
export function checked(text) {
  const place = one("#checked");
  if (place.textContent !== text) place.textContent = text;
}
