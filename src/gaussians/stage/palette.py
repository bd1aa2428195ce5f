"""The colours, for light and for dark: those of the roles are told apart by colour-blind eyes too.

Any two roles are at least 12 apart by CIEDE2000, also to eyes that lack one kind of cones. Each
colour of text has a contrast of at least 4.5 : 1 to both grounds, page and panel, and to those of
the usual slides, for an embedded lesson has none of its own; edges of what can be pressed or filled
in have 3 : 1.
"""

from gaussians.kit.parts import Role

LIGHT: dict[Role, str] = {
    "noise": "#676e79",
    "shape": "#026bd4",
    "place": "#ba4b00",
    "second": "#007a53",
    "observed": "#940026",
}
DARK: dict[Role, str] = {
    "noise": "#a3abb8",
    "shape": "#62b4f5",
    "place": "#ff9d4d",
    "second": "#27eeb7",
    "observed": "#ff5b86",
}
PAGE_LIGHT = {
    "ground": "#ffffff",
    "panel": "#f5f6f8",
    "ink": "#1c2027",
    "quiet": "#59616d",
    "rule": "#dde1e7",
    "edge": "#828a96",
    "focus": LIGHT["shape"],
}
PAGE_DARK = {
    "ground": "#14171c",
    "panel": "#1d2127",
    "ink": "#e8ebf0",
    "quiet": "#a3abb8",
    "rule": "#343a44",
    "edge": "#707988",
    "focus": DARK["shape"],
}
