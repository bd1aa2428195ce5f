"""A lesson object displays itself, in a state that is checked before."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from gaussians.page import lesson

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def test_a_process_that_displays_a_lesson_ends() -> None:
    (cell,) = re.findall(r"```python\n(from gaussians.page import .*?)```", README, re.DOTALL)
    *statements, last = cell.strip().splitlines()
    program = "\n".join([*statements, f"print(len({last}._repr_html_()))"])
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", timeout=60
    )
    assert 400_000 < int(result.stdout) < 700_000, result.stderr  # twenty are in one notebook


def test_an_unknown_lesson_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"`key` must be one of .* got 'nonsense'"):
        lesson("nonsense")


def test_a_state_is_that_of_the_lessons_parameters_and_of_nothing_else() -> None:
    assert lesson("conditioning", height=180).height == 180  # of a woman, in cm
    with pytest.raises(ValueError, match=r"nothing called “height” here; .* ρ goes from .*; “5”"):
        lesson("reparameterization", height=900, rho=5)
