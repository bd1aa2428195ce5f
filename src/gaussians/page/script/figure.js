// Figure.

const plots = {};
const renderers = {};
const views = {};

// Columns of as many points are written where they are; BokehJS would copy and index them anew.
function draw(marks) {
  for (const [name, { x, y }] of Object.entries(marks)) {
    const { data_source: source } = renderers[name];
    if (x.length === source.data.x.length) {
      const { glyph } = views[name];
      for (const columns of [source.data, glyph]) {
        columns.x.set(x);
        columns.y.set(y);
      }
    } else source.setv({ data: { ...source.data, x, y } }, { sync: false });
  }
  place(marks);
  for (const plot of Object.values(plots)) {
    const changed = plot.renderers.filter(({ name }) => marks[name]).map(({ name }) => views[name]);
    if (changed.length === 0) continue;
    const view = Bokeh.index.find_one(plot);
    view.invalidate_painters(...changed);
    view.repaint();
  }
}

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

// The dots of a mark are all alike; BokehJS would look up each one's size, colour and shape.
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

// A canvas does not know the page's colours, so they are handed on, at each change of theme.
function paint(plot) {
  for (const axis of [...plot.left, ...plot.below]) axis.setv({ major_label_text_color: color("quiet") }, { sync: false });
  for (const grid of plot.center) grid.setv({ grid_line_color: color("rule") }, { sync: false });
  for (const { glyph, tags: [role] } of plot.renderers) {
    const colors = { line_color: role, fill_color: role, text_color: role, background_fill_color: "ground" };
    const own = Object.entries(colors).filter(([key]) => glyph[key]?.value != null);
    glyph.setv(Object.fromEntries(own.map(([key, name]) => [key, { value: color(name) }])), { sync: false });
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
