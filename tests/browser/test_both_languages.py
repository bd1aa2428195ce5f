"""What stands in JavaScript and in Python is one thing; addresses are in test_addresses_live.py."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from page_script import call
from playwright.sync_api import Browser, Page
from scipy import stats

from gaussians.kit.counts import SIZES, Drawn, Taken
from gaussians.kit.drawing import points_along
from gaussians.kit.noise import draw_noise
from gaussians.kit.words.slots import SLOT, Slot
from gaussians.kit.words.steps import clauses

GOALS = json.loads((Path(__file__).parents[1] / "kit/goals.json").read_text("utf-8"))
DRAWINGS = json.loads((Path(__file__).parents[1] / "page/drawings.json").read_text("utf-8"))
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


def test_goals_are_reached_as_the_table_says(page: Page) -> None:
    reach = "(values, clauses) => (Object.assign(readouts, values), isReached(clauses))"
    read = [[asdict(clause) for clause in clauses(case["condition"], 1)] for case in GOALS]
    given = [[case["values"], goal] for case, goal in zip(GOALS, read, strict=True)]
    assert call(page, "goals", reach, given) == [case["reached"] for case in GOALS]


def test_a_seed_stands_for_the_same_noise(page: Page) -> None:
    seeds = [0, 1, 1, 77, 65_536, 999_999]
    shapes = [(5000, 2, 0), (700, 3, 0), (700, 3, 1), (2, 1001, 2), (3, 1, 9)]
    given: list[list[Any]] = [[seed, shape] for seed in seeds for shape in shapes]
    found = call(page, "noise", "(...given) => [...noise(...given)]", given)
    for (seed, shape), numbers in zip(given, found, strict=True):
        own = draw_noise(seed, *shape).ravel()
        np.testing.assert_allclose(numbers, own, rtol=1e-12, atol=1e-12)


def test_a_seed_stands_for_the_same_counts_to_the_last_one(page: Page) -> None:
    shares = np.diff(stats.norm.cdf(np.linspace(-7, 7, 60)))
    drawn = Drawn(tuple((shares / shares.sum()).tolist()))
    taken = Taken((3, 0, 1200, 7, 1))
    of = "(...given) => countsOf(...given).map((counts) => [...counts])"
    for seed in (0, 1, 77, 65_536, 999_999):
        told = [{"odds": drawn.odds()}, {"people": taken.people}]
        found = call(page, "counts", of, [[sample, seed, seed % 3, SIZES] for sample in told])
        own = [drawn.counts(seed, seed % 3), taken.counts(seed, seed % 3)]
        for counts, expected in zip(found, own, strict=True):
            np.testing.assert_array_equal(np.array(counts).T, expected)


def test_drawings_are_read_as_the_table_says(page: Page) -> None:
    texts = [[case["text"]] for case in DRAWINGS]
    found = call(page, "drawing", "misdrawn", texts)
    assert found == [case.get("problem", "") for case in DRAWINGS]
    good = [case for case in DRAWINGS if "room" in case]
    found = call(page, "drawing", "roomIn", [[case["text"]] for case in good])
    assert found == [case["room"] for case in good]


def test_points_are_along_a_drawing_to_the_last_digit(page: Page) -> None:
    rng = np.random.default_rng(0)
    letters = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"]
    texts = [case["text"] for case in DRAWINGS if "room" in case] + [
        ".".join("".join(rng.choice(letters, 2 * n)) for n in rng.integers(1, most, 12))
        for most in (2, 4, 16, 16, 16)
    ]
    given = [[text, count] for text in texts for count in (12, 300, 997)]
    of = "(...given) => pointsAlong(...given).map((column) => [...column])"
    for (text, count), columns in zip(given, call(page, "drawing", of, given), strict=True):
        np.testing.assert_array_equal(np.array(columns).T, points_along(text, count))
    again = "(text) => textOf(strokesOf(text))"
    assert call(page, "drawing", again, [[text] for text in texts[6:]]) == texts[6:]
