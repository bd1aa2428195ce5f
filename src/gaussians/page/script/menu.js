// A menu is a <details>: it closes by Escape, by a press beside it, and when the focus goes elsewhere.

import { one } from "./page.js";

/** @param {HTMLDetailsElement} menu */
export function listenToMenu(menu) {
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    one("summary", menu).focus();
  });
  menu.addEventListener("toggle", () => { if (menu.open) one(".menu", menu).scrollIntoView({ block: "nearest" }); });
  document.addEventListener("pointerdown", (/** @type {{ target: any }} */ { target }) => { if (!menu.contains(target)) menu.open = false; });
  menu.addEventListener("focusout", (/** @type {{ relatedTarget: any }} */ { relatedTarget: to }) => { if (to && !menu.contains(to)) menu.open = false; });
}
