"""When a goal is reached; `tests/browser/test_both_languages.py` asks the page the same."""

import json
from math import nan
from pathlib import Path
from typing import Any

import pytest

from gaussians.kit.goals import is_reached
from gaussians.kit.parts import Goal
from gaussians.kit.words.steps import clauses

CASES = json.loads((Path(__file__).parent / "goals.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['condition']} {case['values']}")
def test_a_goal_is_reached_as_the_table_says(case: dict[str, Any]) -> None:
    values = {key: nan if value is None else value for key, value in case["values"].items()}
    assert is_reached(Goal("", clauses(case["condition"], 1)), values) == case["reached"]
