"""The table of the permitted numpy does not lie; a browser does the steps in tests/browser."""

import numpy as np
import pytest
from examples import EXPRESSIONS, Examples, Numpy

from gaussians.kit.lesson import Lesson, Scene
from gaussians.record import CannotRecordError, record
from gaussians.record.permitted import REFUSED


def reading(expression: str) -> type[Lesson]:
    class Reading(Numpy):
        key = "reading"

        def scene(self) -> Scene:
            return Scene({}, {"r": np.sum(1 * self.evaluate(expression))})

    return Reading


def test_all_that_is_permitted_is_recorded() -> None:
    written = record(Examples)
    assert len(EXPRESSIONS) > 150
    assert all(f"readouts.e{i}_0 = " in written for i in range(len(EXPRESSIONS)))


@pytest.mark.parametrize("expression", REFUSED)
def test_what_is_refused_says_what_to_write(expression: str) -> None:
    with pytest.raises(CannotRecordError) as caught:
        record(reading(expression))
    message = str(caught.value)
    assert "cannot be recorded" in message
    assert REFUSED[expression] in message.partition("; instead: ")[2]
    assert ".py, line" in message or "<string>, line 1" in message
