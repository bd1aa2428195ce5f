// Planes are shown as soon as BokehJS has them.

import { adopt, plots, renderers, watch } from "./figure.js";
import { browser, choices } from "./browser.js";
import { isStyled } from "./color.js";
import { place } from "./handles.js";
import { lost } from "./notice.js";
import { config, figure, one, recorded } from "./page.js";
import { inSight } from "./parts.js";
import { listenToTaps } from "./picks.js";
import { python } from "./python.js";
import { leave } from "./sketch.js";
import { state } from "./state.js";

// By the address of a page without a server, or by a hand before the figure was there.
export const isMoved = () => JSON.stringify(state) !== JSON.stringify(config.asked.state);

// A page without a server builds its planes once they are shown, each with its points already.
export async function build() {
  const missing = inSight().filter((key) => !plots[key]);
  if (missing.length === 0 || !window.Bokeh || !window.axes || !isStyled()) return;
  const { Document } = Bokeh.require("document");
  for (const key of missing) adopt(Document.from_json(window.axes[key]).get_model_by_name(key));
  browser.still = "";
  browser.compute();
  for (const key of missing) {
    await Bokeh.embed.add_document_standalone(plots[key].document, one(`[data-root-id="${key}"]`));
    watch(plots[key]);
    listenToTaps(plots[key]);
    leave(key);
  }
  figure.classList.add("movable", "ready");
}

// A page with one waits until BokehJS has built all of them.
export function connect() {
  const bokeh = window.Bokeh?.documents?.[0];
  if (!bokeh?.is_idle || bokeh.roots().length === 0) return setTimeout(connect, 15); // an empty one is idle, too
  for (const key of Object.keys(config.planes)) {
    adopt(bokeh.get_model_by_name(key));
    watch(plots[key]);
    listenToTaps(plots[key]);
  }
  place(Object.fromEntries(Object.entries(renderers).map(([name, { data_source }]) => [name, data_source.data])));
  bokeh.on_event("connection_lost", () => lost(true));
  bokeh.on_event("client_reconnected", () => python.again());
  python.link = bokeh.get_model_by_name("link");
  python.link.properties.answer.change.connect(() => python.receive(python.link.answer));
  if (python.stale) python.ask();
  browser.still = choices(config.asked.state);
  if (recorded && isMoved()) browser.compute();
  for (const key of Object.keys(plots)) leave(key);
  lost(false);
  figure.classList.add("movable", "ready");
}
