"""What x₀ may be: pictures made of dots, two dots alone, and what is drawn by hand."""

import numpy as np

from gaussians.kit.data import letters, moons, spiral

DOTS = 100  # of a picture
SIDE = 1.6  # half of that of the square that all are in
NAMES = {"moons": "two moons", "spiral": "a spiral", "letters": "letters", "two": "two dots",
         "drawn": "your drawing"}  # fmt: skip
HOUSE = "IG2G2mf8ImIG.YGYamamG"  # what is drawn before anybody draws
TWO = np.array([[-1.0, 0.0], [1.0, 0.0]])
SETS = {"moons": moons(DOTS), "spiral": spiral(DOTS), "letters": letters(DOTS), "two": TWO}
