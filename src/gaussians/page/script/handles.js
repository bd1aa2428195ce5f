// Handles: places of the figure to drag.

const handles = all(".handle");
const share = (value, [low, high]) => (value - low) / (high - low);

function place(marks) {
  for (const { dataset, style } of handles) {
    if (!marks[dataset.mark]) continue;
    const { x: [x], y: [y] } = marks[dataset.mark];
    style.setProperty("--x", share(x, config.planes[dataset.plane].x));
    style.setProperty("--y", share(y, config.planes[dataset.plane].y));
  }
}

// Numbers after a step of so many units to the right and up: on their grid and within bounds.
function moved({ dataset }, from, right, up) {
  const steps = [[dataset.x, right], [dataset.y, up]].filter(([key]) => key);
  return Object.fromEntries(steps.map(([key, by]) => {
    const { low, high, step } = config.numbers[key];
    const rounded = Number((Math.round((from[key] + by) / step) * step).toFixed(9));
    return [key, Math.min(high, Math.max(low, rounded))];
  }));
}

// Handles overlap: the one that is meant is the nearest. Of several at one place it is the first,
// the end of an arrow of no length, for it can be pulled off what it covers.
function meant(touched, { clientX, clientY }) {
  const away = (handle) => {
    const { x, y, width, height } = handle.getBoundingClientRect();
    const across = handle.dataset.x ? x + width / 2 - clientX : 0;
    return Math.hypot(across, handle.dataset.y ? y + height / 2 - clientY : 0);
  };
  return handles.filter(({ dataset, hidden }) => dataset.plane === touched.dataset.plane && !hidden)
    .reduce((first, next) => (away(next) < away(first) ? next : first));
}

function listenToHandle(touched) {
  let start = null;
  touched.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const plot = plots[touched.dataset.plane];
    touched.setPointerCapture(event.pointerId);
    start = {
      handle: meant(touched, event), x: event.clientX, y: event.clientY, state: { ...state },
      right: (plot.x_range.end - plot.x_range.start) / plot.inner_width,
      up: (plot.y_range.end - plot.y_range.start) / plot.inner_height,
    };
  });
  touched.addEventListener("pointermove", (event) => {
    if (start) change(moved(start.handle, start.state, (event.clientX - start.x) * start.right, (start.y - event.clientY) * start.up));
    else for (const handle of handles) handle.style.zIndex = Number(handle === meant(touched, event)); // a mouse sees it
  });
  touched.addEventListener("pointerup", () => {
    if (start) settle();
    start = null;
  });
  touched.addEventListener("pointercancel", () => {
    if (start) undo(start.state);
    start = null;
  });
  touched.addEventListener("keydown", (event) => {
    const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    if (!ways[event.key]) return;
    event.preventDefault();
    const { x, y } = touched.dataset;
    const [right, up] = ways[event.key].map((way) => way * config.numbers[x || y].step * (event.shiftKey ? 10 : 1));
    change(moved(touched, state, right, up));
    settle();
  });
}
