// Figure.

const plots = {};
const renderers = {};
const figures = {}; // views of plots
const views = {}; // and of renderers

// A plane's models take points and colours, before they have views as well as after.
function adopt(plot) {
  plots[plot.name] = plot;
  for (const renderer of plot.renderers) {
    renderers[renderer.name] = renderer;
    hasten(renderer);
  }
  paint(plot);
}

function watch(plot) {
  const view = figures[plot.name] = Bokeh.index.find_one(plot);
  for (const renderer of plot.renderers) views[renderer.name] = view.views.get_one(renderer);
  view.el.tabIndex = -1; // it has no keys
  plot.on_event("tap", (event) => pick(plot, event));
}

// BokehJS is ready for everything. Here nothing is zoomed or selected, so no index of places is
// needed; the dots of a mark are all alike; and of its two canvases the lower one keeps what no
// slider moves, which is not painted again.
function hasten(renderer) {
  const { glyph } = renderer;
  const own = renderer.default_view.prototype;
  Object.defineProperty(own, "needs_clip", { value: true }); // on the upper canvas too
  own.update_position = () => {}; // of HTML, which a mark has none of
  const view = glyph.default_view.prototype;
  view._mask_data = null;
  if (glyph.type === "Scatter") view.paint = function (context) { paintDots(context, this); };
  if (!recorded || !recorded(state).moving.includes(renderer.name)) return;
  renderer.setv({ level: "overlay" }, { sync: false });
}

// Columns of as many points are written where they are; BokehJS would copy and index them anew.
function draw(marks) {
  for (const [name, { x, y }] of Object.entries(marks)) {
    if (!renderers[name]) continue; // its plane is not there yet
    const { data_source: source } = renderers[name];
    if (views[name] && x.length === source.data.x.length) {
      const { glyph } = views[name];
      for (const columns of [source.data, glyph]) {
        columns.x.set(x);
        columns.y.set(y);
      }
    } else source.setv({ data: { ...source.data, x, y } }, { sync: false });
  }
  place(marks);
  for (const view of Object.values(figures)) {
    const changed = view.model.renderers.filter(({ name }) => marks[name]).map(({ name }) => views[name]);
    if (changed.length === 0) continue;
    view.invalidate_painters(...changed);
    view.paint();
  }
}

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

// BokehJS would look up each dot's size, colour and shape.
function paintDots(context, { sx, sy, model }) {
  context.fillStyle = model.fill_color.value;
  context.globalAlpha = model.fill_alpha.value;
  for (let i = 0; i < sx.length; i++) {
    if (Number.isNaN(sx[i] + sy[i])) continue;
    context.beginPath();
    context.arc(sx[i], sy[i], model.size.value / 2, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}

const paintAll = (how) => Object.values(plots).forEach((plot) => paint(plot, how));

// A canvas does not know the page's colours, so they are handed on, at each change of theme.
function paint(plot, how = { sync: false }) {
  for (const axis of [...plot.left, ...plot.below]) axis.setv({ major_label_text_color: color("quiet") }, how);
  for (const grid of plot.center) grid.setv({ grid_line_color: color("rule") }, how);
  for (const { glyph, tags: [role] } of plot.renderers) {
    const colors = { line_color: role, fill_color: role, text_color: role, background_fill_color: "ground" };
    const own = Object.entries(colors).filter(([key]) => glyph[key]?.value != null);
    glyph.setv(Object.fromEntries(own.map(([key, name]) => [key, { value: color(name) }])), how);
  }
}

function nearest(names, at, reach) {
  let best = { distance: reach, index: -1 };
  for (const name of names) {
    const { x, y } = renderers[name].data_source.data;
    for (let i = 0; i < x.length; i++) {
      const distance = Math.hypot(x[i] - at.x, y[i] - at.y);
      if (distance < best.distance) best = { distance, index: i };
    }
    if (best.index >= 0) break;
  }
  return best.index;
}

function pick(plot, at) {
  const pixel = (plot.x_range.end - plot.x_range.start) / plot.inner_width;
  const here = new Set(plot.renderers.map(({ name }) => name));
  for (const [key, names] of Object.entries(config.picks)) {
    const index = nearest(names.filter((name) => here.has(name)), at, 16 * pixel);
    if (index >= 0) {
      change({ [key]: index + 1 });
      settle();
    }
  }
}
