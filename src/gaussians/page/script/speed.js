// How fast sliders play: one speed for all, while the page is open.

import { all } from "./page.js";

/** @type {Record<string, string>} */
const faster = { "½": "1", 1: "2", 2: "½" };
const speeds = all(".speed");
let speed = "1";

export const speedNow = () => (speed === "½" ? 0.5 : Number(speed));

export function listenToSpeed() {
  for (const button of speeds) button.addEventListener("click", () => {
    speed = faster[speed];
    for (const each of speeds) {
      each.textContent = speed;
      each.ariaLabel = `Speed: ${speed}`;
    }
  });
}
