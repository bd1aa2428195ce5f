"""What a notebook shows is alive, in the web page that nbconvert makes of it: with no kernel."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lesson_page import assert_drawn, slider
from playwright.sync_api import expect
from served import Watched

MOVED = {  # by one press of an arrow key
    "reparameterization": ("rho", 0.01), "affine": ("a11", 1.35), "conditioning": ("c", 1.25)
}  # fmt: skip
DISPLAYED = [(key, seed) for seed in range(1, 3) for key in MOVED]


@pytest.fixture(scope="session")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run six cells with a lesson each; return a dark web page of the notebook."""
    sources = [f"lesson({key!r}, seed={seed})" for key, seed in DISPLAYED]
    cell: dict[str, Any] = {
        "cell_type": "code",
        "metadata": {},
        "execution_count": None,
        "outputs": [],
    }
    cells = [cell | {"source": code} for code in ("from gaussians.page import lesson", *sources)]
    path = tmp_path_factory.mktemp("notebook") / "course.ipynb"
    text = json.dumps({"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": cells})
    path.write_text(text, "utf-8")
    urls = [f"--HTMLExporter.{name}_url=" for name in ("require_js", "mathjax")]  # foreign ones
    command = ["nbconvert", "--execute", "--to", "html", "--theme", "dark", *urls, str(path)]
    subprocess.run([sys.executable, "-m", *command], check=True, capture_output=True)
    return path.with_suffix(".html")


def test_many_lessons_of_a_notebook_draw_themselves_and_answer_to_keys(
    notebook: Path, from_disk: Watched
) -> None:
    page = from_disk.page
    page.goto(notebook.as_uri())
    displayed = page.locator("iframe")
    expect(displayed).to_have_count(len(DISPLAYED))
    for (key, seed), place in zip(DISPLAYED, displayed.element_handles(), strict=True):
        place.scroll_into_view_if_needed()
        frame = place.content_frame()
        assert frame
        frame.wait_for_selector("#figure.ready")
        name, value = MOVED[key]
        slider(frame, name).focus()
        page.keyboard.press("ArrowRight")
        assert_drawn(frame, key, seed=seed, **{name: value})


def test_a_displayed_lesson_has_the_notebooks_theme_and_is_as_high_as_it_needs_to_be(
    notebook: Path, from_disk: Watched
) -> None:
    page = from_disk.page
    page.goto(notebook.as_uri())
    place = page.locator("iframe").first
    lesson = place.content_frame
    lesson.locator("#figure.ready").wait_for()
    root = lesson.locator("html")
    expect(root).to_have_attribute("data-theme", "dark")
    page.evaluate("document.body.style.setProperty('--jp-content-font-color1', 'black')")
    expect(root).to_have_attribute("data-theme", "light")
    axis = "Bokeh.documents.flatMap((one) => one.roots())[0].below[0].major_label_text_color"
    quiet = "getComputedStyle(root).getPropertyValue('--quiet').trim()"
    assert root.evaluate(f"(root) => {axis} === {quiet}")  # the figure's colours, too
    page.set_viewport_size({"width": 500, "height": 900})
    page.wait_for_function(
        """() => [...document.querySelectorAll("iframe")].slice(0, 2).every((frame) =>
          frame.contentDocument.querySelector("#figure.ready") && frame.clientHeight !== 1500 &&
          frame.clientHeight - frame.contentDocument.documentElement.offsetHeight in [0, 1])"""
    )
