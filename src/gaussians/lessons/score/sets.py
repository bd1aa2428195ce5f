"""What x₀ may be: pictures made of dots, and two dots alone."""

import numpy as np

from gaussians.kit.data import letters, moons, spiral

DOTS = 100  # of a picture
NAMES = {"moons": "two moons", "spiral": "a spiral", "letters": "letters", "two": "two dots"}
TWO = np.array([[-1.0, 0.0], [1.0, 0.0]])
SETS = {"moons": moons(DOTS), "spiral": spiral(DOTS), "letters": letters(DOTS), "two": TWO}
