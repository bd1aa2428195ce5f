// Start.

// A page without a server builds its planes once they are shown, each with its points already.
async function build() {
  const missing = inSight().filter((key) => !plots[key]);
  if (!window.Bokeh || !window.axes || !styled || missing.length === 0) return;
  const { Document } = Bokeh.require("document");
  for (const key of missing) adopt(Document.from_json(window.axes[key]).get_model_by_name(key));
  browser.still = "";
  browser.compute();
  for (const key of missing) {
    await Bokeh.embed.add_document_standalone(plots[key].document, document.querySelector(`[data-root-id="${key}"]`));
    watch(plots[key]);
  }
  figure.classList.add("ready");
}

// A page with one waits until BokehJS has built all of them.
function connect() {
  const bokeh = window.Bokeh?.documents?.[0];
  if (!bokeh?.is_idle) return setTimeout(connect, 15);
  for (const key of Object.keys(config.planes)) {
    adopt(bokeh.get_model_by_name(key));
    watch(plots[key]);
  }
  place(Object.fromEntries(Object.entries(renderers).map(([name, { data_source }]) => [name, data_source.data])));
  bokeh.on_event("connection_lost", () => lost(true));
  bokeh.on_event("client_reconnected", () => python.again());
  python.link = bokeh.get_model_by_name("link");
  python.link.properties.answer.change.connect(() => python.receive(python.link.answer));
  if (python.stale) python.ask();
  browser.still = choices(config.asked.state);
  if (recorded && isMoved()) browser.compute();
  lost(false);
  figure.classList.add("ready");
}

// A policy may forbid a page's styles, those in attributes alone as well.
const styled = color("ground") && getComputedStyle(figure).getPropertyValue("--border");

// By the address of a page without a server, or by a hand before the figure was there.
const isMoved = () => JSON.stringify(state) !== JSON.stringify(config.asked.state);

const { page } = asked;
document.documentElement.classList.toggle("embedded", page.embed === "1");
if (page.theme) document.documentElement.dataset.theme = page.theme;
document.documentElement.classList.add("read");
notice(abridge(asked.problems));
show(config.readouts);
if (recorded && isMoved()) {
  browser.compute();
  browser.tell();
}
mirror();
describe(); // of the parts that are there
listen();
document.getElementById("unscripted").remove();
const main = document.querySelector("main");
main.classList.add("filled");
main.getBoundingClientRect(); // formulas have no boxes now; page.css says why
const fonts = ['1em "STIX Two Math"', "1em Signs"].map((font) => document.fonts.load(font, "₁"));
Promise.allSettled(fonts).then(() => main.classList.add("typeset"));
addEventListener("popstate", keepAddress); // a step back over a #fragment changes nothing else
if (window.parent !== window) {
  new ResizeObserver(tellHeight).observe(document.documentElement);
  addEventListener("message", hearTheme);
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => paintAll());
addEventListener("beforeprint", toPaper);
if (!styled) {
  figure.hidden = true; // BokehJS draws nonsense then
  notice(["The figure is missing, for a policy of this place forbids the page its styles: “style-src 'unsafe-inline'” would allow them. Tell whoever put it here."]);
} else if (isStatic) document.addEventListener("DOMContentLoaded", () => { // all scripts are there, or never will be
  if (window.Bokeh && window.axes) build();
  else notice(["The figure is missing, for one of its files could not be loaded. Reload the page, or tell whoever put it here."]);
});
else {
  connect();
  addEventListener("load", () => setTimeout(() => figure.classList.contains("ready") || lost(true), 8000));
}
