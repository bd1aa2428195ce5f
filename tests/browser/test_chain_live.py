"""The chain lesson in a student's hands: a plank that is clicked, and a copy that is pulled."""

import pytest
from lesson_page import assert_drawn, drag_handle, drawn, settled, shown_state
from served import Watched

_ON_SCREEN = """([x, y]) => {
  const view = Bokeh.documents
    .flatMap((one) => Bokeh.index.find_one(one.get_model_by_name("paths")) ?? [])[0];
  const box = view.canvas_view.el.getBoundingClientRect();
  const { x_scale, y_scale } = view.frame;
  return [box.left + x_scale.compute(x), box.top + y_scale.compute(y)];
}"""


def test_a_length_is_clicked_and_followed_and_a_copy_follows_the_hand(
    course: str, watched: Watched
) -> None:
    page = watched.open(f"{course}?lesson=chain&view=planks&tau=2&r=1.3&k=2")
    lengths = drawn(page)["lengths"]
    longest = int(lengths[:, 0].argmax())
    for _ in range(3):  # what a busy browser takes long to lift is a press to BokehJS, no click
        page.mouse.click(*page.evaluate(_ON_SCREEN, lengths[longest].tolist()))
        page.wait_for_timeout(300)
        if shown_state(page)["plank"] != 1:
            break
    assert shown_state(page)["plank"] == longest + 1
    assert drawn(page)["one_length"] == pytest.approx(lengths[longest : longest + 1])

    page.get_by_role("radio", name="copies of a bell").check()
    settled(page)
    before = drawn(page)["sd_copy"][0, 0]
    drag_handle(page, "sd_copy", 1.2, 0)
    state = shown_state(page)
    assert drawn(page)["sd_copy"][0, 0] - before == pytest.approx(1.2, abs=0.1)
    assert float(state["tau"]) < 3.1  # for this copy is wider than τ, by a power of r
    assert_drawn(page, "chain", **state)
