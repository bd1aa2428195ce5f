"""The colours of the roles, for light and for dark: told apart by colour-blind eyes too.

Each has a contrast of at least 4.5 : 1 to its ground, for they colour text as well as dots.
"""

from gaussians.lessons.parts import Role

LIGHT: dict[Role, str] = {
    "noise": "#676e79",
    "shape": "#0067b0",
    "place": "#b34700",
    "second": "#00764f",
    "observed": "#c01048",
}
DARK: dict[Role, str] = {
    "noise": "#a3abb8",
    "shape": "#62b4f5",
    "place": "#ff9d4d",
    "second": "#48c99b",
    "observed": "#ff7092",
}
