// A page may be read once its fonts can be used, or what was painted before would shift. It is right
// then as it was written, unless it is a file whose address asks for something else: that is left to
// start.js. It is a script of its own, at the beginning of the body: before, a page has no fonts, and
// afterwards something is painted.

const root = document.documentElement;
root.classList.add("unset"); // style/start.css says why
root.getBoundingClientRect(); // formulas that have come already lose their boxes
Promise.allSettled(Array.from(document.fonts, (font) => font.load())).then(() => {
  root.classList.remove("unset");
  if (!location.search || !root.classList.contains("file")) root.classList.add("read");
});
