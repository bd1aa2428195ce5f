"""A scene written down once as JavaScript, so that a browser computes it without asking anybody.

The idea: call the scene with numbers that have no value and write down what is done to them. What
comes out is not a picture but the list of steps that makes one, and steps can be written in any
language. They are written as they were done, none left out: so both languages make the same picture
to the last digits, NaN and the signs of zeros included.
"""

from gaussians.record.recording import record
from gaussians.record.refusal import CannotRecordError

__all__ = ["CannotRecordError", "record"]
