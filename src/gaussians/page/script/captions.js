// Captions, for pictures: what HTML and CSS show above a plane, painted.

const GAP = 14; // between the parts of a line
const DASHES = { solid: [], dashed: [6, 4], dotted: [2, 3] };
const ruler = document.createElement("canvas").getContext("2d");

// A plane and the words above it, in lines as wide as it is.
function measure(name) {
  const plot = figures[name].bbox;
  const plane = planes[Object.keys(config.planes).indexOf(name)];
  const words = [...plane.querySelector(".caption")?.childNodes ?? []].filter(({ textContent }) => textContent.trim());
  const font = ruler.font = `15px ${getComputedStyle(plane).fontFamily}`;
  const items = words.map(item);
  const width = Math.ceil(Math.max(plot.width, ...items.map((one) => one.width)));
  return { name, plot, font, width, lines: inLines(items, width) };
}

// Words, with a piece of line before them if they tell what it stands for.
function item(node) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const { content, borderTopStyle: dash, borderTopWidth: thick } = getComputedStyle(element, "::before");
  const text = node.textContent.trim().replace(/\s+/g, " ");
  const key = content === "none" ? null : { dash: DASHES[dash], thick: parseFloat(thick) };
  return { text, key, ink: getComputedStyle(element).color, width: ruler.measureText(text).width + (key ? 2 * GAP : 0) };
}

function inLines(items, most) {
  const lines = [];
  for (const one of items) {
    const line = lines.at(-1);
    if (line?.width + GAP + one.width <= most) {
      line.items.push(one);
      line.width += GAP + one.width;
    } else lines.push({ items: [one], width: one.width });
  }
  return lines;
}

function write(context, { items, width }, middle, base) {
  let left = middle - width / 2;
  context.textAlign = "left";
  for (const { text, key, ink, width: wide } of items) {
    context.fillStyle = context.strokeStyle = ink;
    if (key) rule(context, key, left, base - 5);
    context.fillText(text, left + (key ? 2 * GAP : 0), base);
    left += wide + GAP;
  }
}

function rule(context, { dash, thick }, left, height) {
  context.lineWidth = thick;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(left, height);
  context.lineTo(left + 22, height);
  context.stroke();
}
