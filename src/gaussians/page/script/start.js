// Start: what a page does once, in this order.

import { abridge } from "./address.js";
import { loadBokeh } from "./bokeh.js";
import { browser } from "./browser.js";
import { isStyled } from "./color.js";
import { listenToControls, mirror } from "./controls.js";
import { followCourse } from "./course.js";
import { listenToHandles } from "./drags.js";
import { paintAll } from "./figure.js";
import { talkToParent } from "./frame.js";
import { keepAddress } from "./link.js";
import { notice } from "./notice.js";
import { all, config, figure, one, recorded } from "./page.js";
import { listenToHands } from "./glide.js";
import { choose, listenToTabs } from "./parts.js";
import { toPaper } from "./pictures.js";
import { listenToPads } from "./pads.js";
import { listenToPens, showPens } from "./pens.js";
import { listenToPlaces } from "./places.js";
import { build, isMoved } from "./planes.js";
import { listenToPlay } from "./play.js";
import { askAnew, listenToPredictions } from "./predictions.js";
import { describe, show } from "./readouts.js";
import { listenToShare } from "./share.js";
import { asked, assign, follow } from "./state.js";
import { listenToPointing } from "./symbols.js";
import { listenToTurns } from "./turns.js";
import { arrange, listenToWalk } from "./walk.js";

dress();
fill();
listen();
one("#unscripted").remove();
startFigure();

// As the address asks for it.
function dress() {
  const root = document.documentElement;
  root.classList.toggle("embedded", asked.page.embed === "1");
  if (asked.page.steps === "0") document.getElementById("walk")?.remove();
  if (asked.page.theme) root.dataset.theme = asked.page.theme;
  root.classList.add("read");
  notice(abridge(asked.problems));
}

// What is there already, for the page was written so (page/opening.py), stays as it is.
function fill() {
  for (const follower of [choose, askAnew, mirror, showPens]) follow(follower); // parts are there before they are asked about
  arrange();
  follow(build);
  assign({}); // they all see the state
  show(config.readouts); // none that is a secret
  if (recorded && isMoved()) {
    browser.compute();
    browser.tell();
  }
  if (recorded) figure.classList.add("movable");
  describe(); // of the parts that are there
}

function listen() {
  listenToControls();
  listenToHandles();
  listenToTurns();
  listenToPlaces();
  listenToPens();
  listenToPads();
  listenToHands();
  listenToTabs();
  listenToPlay();
  listenToWalk();
  listenToPointing();
  listenToPredictions();
  listenToShare();
  followCourse();
  talkToParent();
  addEventListener("popstate", keepAddress); // a step back over a #fragment changes nothing else
  addEventListener("beforeprint", toPaper);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => paintAll());
  const resized = new ResizeObserver(() => paintAll()); // names go with the size of their plane
  for (const canvas of all(".canvas", figure)) resized.observe(canvas);
}

function startFigure() {
  if (!isStyled()) {
    figure.hidden = true; // BokehJS draws nonsense then
    notice(["The figure is missing, for a policy of this place forbids the page its styles: “style-src 'unsafe-inline'” would allow them. Tell whoever put it here."]);
  } else loadBokeh().then(() => {
    if (!window.Bokeh || !window.axes) {
      notice(["The figure is missing, for one of its files could not be loaded. Reload the page, or tell whoever put it here."]);
    } else build();
  });
}
