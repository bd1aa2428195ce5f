// Start.

// A page without a server builds its planes once they are shown, each with its points already.
async function build() {
  const places = all(".plane:not([hidden]) .root").filter(({ dataset }) => !plots[dataset.rootId]);
  if (!window.Bokeh || !window.axes || places.length === 0) return;
  const { Document } = Bokeh.require("document");
  for (const { dataset: { rootId: key } } of places) adopt(Document.from_json(window.axes[key]).get_model_by_name(key));
  browser.still = "";
  browser.compute();
  for (const place of places) {
    const plot = plots[place.dataset.rootId];
    await Bokeh.embed.add_document_standalone(plot.document, place);
    watch(plot);
  }
  ready();
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
  browser.still = choices(config.state);
  ready();
}

function ready() {
  browser.ready = true;
  if (browser.early) browser.compute();
  lost(false);
  figure.classList.add("ready");
}

if (isStatic) readAddress();
show(config.readouts);
describe();
mirror();
listen();
document.querySelector("main").classList.add("filled");
if (window.parent !== window) new ResizeObserver(tellHeight).observe(document.documentElement);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => Object.values(plots).forEach(paint));
if (isStatic) document.addEventListener("DOMContentLoaded", () => { // all scripts are there, or never will be
  if (window.Bokeh && window.axes) build().then(() => browser.settle(describe));
  else notice(["The figure is missing, for one of its files could not be loaded. Reload the page, or tell whoever put it here."]);
});
else {
  connect();
  addEventListener("load", () => setTimeout(() => browser.ready || lost(true), 8000));
}
