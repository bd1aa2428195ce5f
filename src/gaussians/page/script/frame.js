// In a frame: the page around it hears how high this one is.

function tellHeight() {
  const { height } = document.documentElement.getBoundingClientRect();
  window.parent.postMessage({ gaussians: "height", height: Math.ceil(height) }, "*"); // no secret
}
