"""The Python that the reparameterization lesson hands out computes the numbers that it shows."""

from typing import Any

import numpy as np
import pytest
from copied import run

from gaussians.lessons.reparameterization.lesson import Reparameterization

STATES: list[dict[str, Any]] = [
    {},
    {"rho": -0.99, "sigma1": 0.1, "mu2": -3, "root": "symmetric"},
    {"rho": 0.5, "sigma2": 2.5, "root": "eigen", "n": 100, "seed": 999_999},
    {"rho": 0.3, "mu1": 1.05, "root": "turned", "turn": -123.0},
]


@pytest.mark.parametrize("state", STATES)
def test_it_computes_what_is_shown(
    state: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = Reparameterization(**state)
    (marks, readouts), found = lesson.scene(), run(lesson)
    np.testing.assert_allclose(found["points"], marks["cloud"], atol=1e-12)
    for name, letter in (("A", "A"), ("cov", "S")):
        shown = [readouts[f"{letter}{ij}"] for ij in (11, 12, 21, 22)]
        np.testing.assert_allclose(found[name].flat, shown, atol=1e-12)
    error = capsys.readouterr().out.splitlines()[-1].split()[-1]
    assert float(error) == readouts["error"]
