"""A second engine: one served and one exported lesson, from a host and from a disk, in Firefox."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from firefox import Firefox, firefox
from lesson_page import assert_drawn
from picture import assert_painted
from served import serve_folder

from gaussians.lessons.reparameterization.lesson import Reparameterization
from gaussians.page.static import export

RIGHT = "\ue014"  # the arrow key


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("profile")) as started:
        yield started
    assert started.errors == []


def press_right(page: Firefox, slider: str, times: int = 1) -> None:
    page.evaluate(f"document.getElementById('{slider}').focus()")
    for _ in range(times):
        page.press(RIGHT)


def test_a_served_lesson_is_drawn_moved_and_checked(page: Firefox, course: str) -> None:
    state: dict[str, Any] = {"mu1": 1.5, "root": "symmetric", "n": 100, "point": 100}
    page.open(f"{course}?lesson=reparameterization&mu1=1.5&root=symmetric&n=100&point=100")
    assert_drawn(page, **state)
    assert_painted(page.screenshot(".canvas"), Reparameterization(**state).scene().marks)
    press_right(page, "mu1", 10)
    state["mu1"] = 2
    assert_drawn(page, **state)
    assert_painted(page.screenshot(".canvas"), Reparameterization(**state).scene().marks)
    assert "checked by numpy" in page.evaluate("document.getElementById('checked').textContent")
    assert (
        page.evaluate("location.search")
        == "?lesson=reparameterization&mu1=2&root=symmetric&n=100&point=100"
    )


def test_an_exported_lesson_is_drawn_and_moved(page: Firefox, tmp_path: Path) -> None:
    export(tmp_path, ["conditioning"])
    for host in serve_folder(tmp_path):
        page.open(f"{host}/conditioning.html?view=proof")
        assert_drawn(page, "conditioning", view="proof")
        press_right(page, "c")
        assert_drawn(page, "conditioning", view="proof", c=1.25)
        page.reload()
        assert_drawn(page, "conditioning", view="proof", c=1.25)


def test_a_lesson_opens_from_a_disk_moves_and_can_be_loaded_again(
    page: Firefox, tmp_path: Path
) -> None:
    """There a page's origin is "null", which an address must not be made of."""
    export(tmp_path, ["affine"], single_file=True)
    page.open((tmp_path / "affine.html").as_uri() + "?step=0")
    assert_drawn(page, "affine")
    press_right(page, "a11")
    assert_drawn(page, "affine", a11=1.35)
    page.reload()
    assert_drawn(page, "affine", a11=1.35)
