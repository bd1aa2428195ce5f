"""The colours, for light and for dark: those of the roles are told apart by colour-blind eyes too.

Each that colours text has a contrast of at least 4.5 : 1 to both grounds, page and panel, and to
those of the usual slides, for an embedded lesson has none of its own.
"""

from gaussians.kit.parts import Role

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
PAGE_LIGHT = {
    "ground": "#ffffff",
    "panel": "#f5f6f8",
    "ink": "#1c2027",
    "quiet": "#59616d",
    "rule": "#dde1e7",
    "focus": LIGHT["shape"],
}
PAGE_DARK = {
    "ground": "#14171c",
    "panel": "#1d2127",
    "ink": "#e8ebf0",
    "quiet": "#a3abb8",
    "rule": "#343a44",
    "focus": DARK["shape"],
}
