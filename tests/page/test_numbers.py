"""Python writes numbers as the page's script does: by one table, tests/page/formats.json."""

import json
from pathlib import Path

import pytest

from gaussians.page.numbers import brief, formatted, rounded

CASES = json.loads((Path(__file__).parent / "formats.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['value']}:{case['format']}")
def test_numbers_are_written_as_the_table_says(case: dict[str, object]) -> None:
    assert formatted(case["value"], str(case["format"])) == case["text"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.00001, "0"), (10.0, "10"), (100, "100"), (-0.99, "−0.99"), (0.00005, "0.0001"),
     (1e22, "1e+22")],
)  # fmt: skip
def test_a_brief_number_has_no_decimals_that_are_not_needed(value: float, text: str) -> None:
    assert brief(value) == text


def test_halves_go_up_as_in_the_browser_and_what_is_no_half_does_not() -> None:
    assert [rounded(value, 1) for value in (0.25, -0.25, 0.35, 2.5e20)] == [
        "0.3", "−0.3", "0.3", "250000000000000000000.0"
    ]  # fmt: skip
