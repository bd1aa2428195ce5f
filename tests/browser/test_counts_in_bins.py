"""Counts in bins by a real browser, against numpy's, where values and edges meet."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from gaussians.record.library import library

_COUNT = """([source, edges, values, weights]) => {
  const countIn = Function(`${source} return countIn;`)();
  const numbers = (texts) => Float64Array.from(texts, Number);
  const counts = new Float64Array(edges.length - 1);
  numbers(values).forEach((x, i) => countIn(counts, numbers(edges), x, weights[i]));
  return [...counts];
}"""

# Steps of 0.1, whose sums are not what they seem, their neighbours, and what is no number.
STEPS = st.integers(-6, 6).map(lambda k: k * 0.1)
VALUES = st.one_of(
    STEPS,
    STEPS.map(lambda x: float(np.nextafter(x, 1))),
    STEPS.map(lambda x: float(np.nextafter(x, -1))),
    st.floats(),
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.lists(st.one_of(STEPS, st.floats(allow_nan=False)), min_size=1, max_size=9).map(sorted),
    st.lists(VALUES, max_size=30),
    st.integers(0, 9),
)
def test_a_value_is_in_the_bin_that_numpy_says(
    page: Page, edges: list[float], values: list[float], seed: int
) -> None:
    weights = np.random.default_rng(seed).integers(1, 9, len(values)).tolist()
    (source,) = library({"histogram"})
    texts = [[str(x).replace("inf", "Infinity") for x in array] for array in (edges, values)]
    found = page.evaluate(_COUNT, [source, *texts, weights])
    assert found == np.histogram(values, edges, weights=weights)[0].tolist()
