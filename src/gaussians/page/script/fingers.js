// Fingers. Browsers move a slider as soon as it is touched, though the finger may be about to
// scroll. So the slider waits until the finger goes along it or lifts.

function listenToFinger(slider) {
  let finger = null;
  slider.addEventListener("pointerdown", ({ pointerType, clientX: x, clientY: y }) => {
    finger = pointerType === "mouse" ? null : { x, y, state: { ...state }, waits: true };
  });
  slider.addEventListener("input", (event) => {
    if (!finger?.waits) return;
    event.stopPropagation();
    finger.value = slider.value;
    slider.value = state[slider.dataset.key];
  });
  slider.addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
    if (finger && Math.abs(x - finger.x) > Math.abs(y - finger.y)) finger.waits = false;
  });
  slider.addEventListener("pointerup", () => {
    const tapped = finger?.waits ? finger.value : undefined;
    finger = null;
    if (tapped === undefined) return;
    slider.value = tapped;
    for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, { bubbles: true }));
  });
  slider.addEventListener("pointercancel", () => {
    if (finger) undo(finger.state);
    finger = null;
  });
}

// The browser takes a finger for itself, to scroll: then it was not meant for what it touched.
function undo(before) {
  if (JSON.stringify(before) === JSON.stringify(state)) return;
  change(before);
  settle();
}
