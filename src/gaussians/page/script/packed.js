// A frame that has its lesson's page itself, packed: in a notebook, or in a page of Panel.

/**
 * @param {HTMLElement} place where to put it
 * @param {{ title: string, height: number, packed: () => BlobPart }} lesson with a height to begin with
 * @param {AbortSignal} [gone] when the place is not there any more
 */
export function unpackInto(place, { title, height, packed }, gone) {
  const frame = Object.assign(document.createElement("iframe"), { title });
  frame.style.cssText = `display: block; width: 100%; height: ${height}px; border: 0`;
  place.replaceChildren(frame);

  // Dark is where text is light, whatever program shows the page.
  const theme = () => {
    const [red, green, blue] = (getComputedStyle(place).color.match(/[\d.]+/g) ?? []).map(Number);
    return red + green + blue > 384 ? "dark" : "light";
  };
  const dress = () => {
    frame.style.colorScheme = theme(); // where it is not the page's, browsers put a ground behind
    frame.contentWindow?.postMessage({ gaussians: "theme", theme: theme() }, "*");
  };
  const changes = new MutationObserver(dress);
  for (const element of [document.documentElement, document.body]) changes.observe(element, { attributes: true });
  window.addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow || data?.gaussians !== "height") return;
    frame.style.height = `${Number(data.height)}px`;
    dress(); // a frame that is moved to another place starts anew
  }, { signal: gone });

  // A page may have many lessons: each one starts when its reader comes near.
  const nearness = new IntersectionObserver(async (places, near) => {
    if (!places.some(({ isIntersecting }) => isIntersecting)) return;
    near.disconnect();
    const page = new Blob([packed()]).stream().pipeThrough(new DecompressionStream("gzip"));
    frame.srcdoc = (await new Response(page).text()).replace("<html", `<html data-theme="${theme()}"`);
  }, { rootMargin: "1000px" });
  nearness.observe(frame);
  gone?.addEventListener("abort", () => { changes.disconnect(); nearness.disconnect(); });
  return frame;
}
