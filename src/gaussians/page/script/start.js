// Start.

function start(bokeh) {
  for (const key of Object.keys(config.planes)) {
    const plot = plots[key] = bokeh.get_model_by_name(key);
    const view = Bokeh.index.find_one(plot);
    for (const renderer of plot.renderers) {
      renderers[renderer.name] = renderer;
      views[renderer.name] = view.views.get_one(renderer);
      const { glyph } = views[renderer.name];
      glyph._mask_data = null; // its index of places is not kept up to date
      if (renderer.glyph.type === "Scatter") glyph.paint = (context) => paintDots(context, glyph);
    }
    paint(plot);
    plot.on_event("tap", (event) => pick(plot, event));
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => Object.values(plots).forEach(paint));
  place(Object.fromEntries(Object.entries(renderers).map(([name, { data_source }]) => [name, data_source.data])));
  bokeh.on_event("connection_lost", () => lost(true));
  bokeh.on_event("client_reconnected", () => python.again());
  python.link = bokeh.get_model_by_name("link");
  python.link?.properties.answer.change.connect(() => python.receive(python.link.answer));
  if (python.stale) python.ask();
  if (recorded) raiseWhatMoves();
  Object.assign(browser, { ready: true, still: isStatic ? "" : choices(config.state) }); // "": no points yet
  if (isStatic || (recorded && JSON.stringify(state) !== JSON.stringify(config.state))) browser.compute();
  for (const element of figure.querySelectorAll(".bk-Figure")) element.tabIndex = -1; // it has no keys
  figure.classList.add("ready");
}

function whenBokehIsIdle(then) {
  if (window.Bokeh && window.axes) {
    Bokeh.embed.embed_items(...window.axes);
    window.axes = null;
  }
  const bokeh = window.Bokeh?.documents?.[0];
  if (bokeh?.is_idle) then(bokeh);
  else setTimeout(whenBokehIsIdle, 15, then);
}

if (isStatic) readAddress();
show(config.readouts);
describe();
mirror();
listen();
document.querySelector("main").classList.add("filled");
if (window.parent !== window) new ResizeObserver(tellHeight).observe(document.documentElement);
whenBokehIsIdle(start);
