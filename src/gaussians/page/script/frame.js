// In a frame: the page around it hears how high this one is, and may say which theme it has.

import { paintAll } from "./figure.js";

function tellHeight() {
  const { height } = document.documentElement.getBoundingClientRect();
  window.parent.postMessage({ gaussians: "height", height: Math.ceil(height) }, "*"); // no secret
}

/** @param {MessageEvent} event */
function hearTheme({ source, data }) {
  if (source !== window.parent || data?.gaussians !== "theme" || !["light", "dark"].includes(data.theme)) return;
  document.documentElement.dataset.theme = data.theme;
  paintAll();
}

export function talkToParent() {
  if (window.parent === window) return;
  new ResizeObserver(tellHeight).observe(document.documentElement);
  addEventListener("message", hearTheme);
}
