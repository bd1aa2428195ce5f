// What a file shows is right at once, unless its address asks for something else: then start.js has
// the word (`read`). This is a script of its own, for it must not come after all that is painted.

if (!location.search) document.documentElement.classList.add("read");
