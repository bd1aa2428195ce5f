"""What stands in JavaScript and in Python is one thing; addresses are in test_addresses_live.py."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from page_script import call
from playwright.sync_api import Browser, Page

from gaussians.kit.noise import draw_noise
from gaussians.kit.words.slots import SLOT, Slot

FORMATS = json.loads((Path(__file__).parents[1] / "page/formats.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    page = browser.new_page()
    page.goto((folder / "affine.html").as_uri())
    yield page
    page.close()


def test_numbers_are_written_as_the_table_says(page: Page) -> None:
    found = call(page, "numbers", "format", [[case["value"], case["format"]] for case in FORMATS])
    assert found == [case["text"] for case in FORMATS]


@pytest.mark.parametrize("kind", dict.fromkeys(case["format"] for case in FORMATS))
def test_words_may_ask_for_every_format_of_the_table(kind: str) -> None:
    asked = SLOT.fullmatch(f"{{x ? {kind}}}" if "|" in kind else f"{{x:{kind}}}")
    assert asked
    assert Slot.of(asked) == ("x", kind)


def test_a_seed_stands_for_the_same_noise(page: Page) -> None:
    seeds = [0, 1, 1, 77, 65_536, 999_999]
    draw = "(seed) => noise(seed).map((column) => [...column])"
    for seed, columns in zip(seeds, call(page, "noise", draw, [[s] for s in seeds]), strict=True):
        np.testing.assert_allclose(np.array(columns).T, draw_noise(seed), rtol=1e-12, atol=1e-12)
