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

function listenToHandle(handle) {
  let start = null;
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const plot = plots[handle.dataset.plane];
    handle.setPointerCapture(event.pointerId);
    start = {
      x: event.clientX, y: event.clientY, state: { ...state },
      right: (plot.x_range.end - plot.x_range.start) / plot.inner_width,
      up: (plot.y_range.end - plot.y_range.start) / plot.inner_height,
    };
  });
  handle.addEventListener("pointermove", (event) => {
    if (start) change(moved(handle, start.state, (event.clientX - start.x) * start.right, (start.y - event.clientY) * start.up));
  });
  for (const end of ["pointerup", "pointercancel"]) {
    handle.addEventListener(end, () => {
      if (start) settle();
      start = null;
    });
  }
  handle.addEventListener("keydown", (event) => {
    const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    if (!ways[event.key]) return;
    event.preventDefault();
    const { x, y } = handle.dataset;
    const [right, up] = ways[event.key].map((way) => way * config.numbers[x || y].step * (event.shiftKey ? 10 : 1));
    change(moved(handle, state, right, up));
    settle();
  });
}
