"""The planes of the histogram lesson: people, what is below each stature, gaps, and a slope."""

from gaussians.kit.parts import Bars, Curve, Handle, Mark, Plane, Points
from gaussians.lessons.histogram.mixing import SD

_CM = (130.0, 205.0)
_MARKED = (140.0, 160.0, 180.0, 200.0)
_MARGIN = 50
_PER_CM = 2 / SD  # sd of distance for each cm that a bell is from the middle


def _histogram(view: str, marks: dict[str, Mark], *handles: Handle) -> Plane:
    return Plane(
        marks,
        handles=handles,
        x=_CM,
        y=(0, 0.1),
        tab="histogram",
        names=("", "share per cm"),
        one_unit=False,
        ticks=(_MARKED, (0, 0.05, 0.1)),
        titled=True,
        height=0.5,
        numbers=("plain", "%"),
        margin=_MARGIN,
        when={"view": view},
    )


def _cumulated(view: str, exact: str, counted: dict[str, Mark], gap: str) -> Plane:
    return Plane(
        {exact: Curve("shape", width=2.5)} | counted | {gap: Curve("observed", width=5)},
        x=_CM,
        y=(0, 1),
        names=("stature in cm", "share who are shorter"),
        one_unit=False,
        ticks=(_MARKED, (0, 0.5, 1)),
        titled=True,
        height=0.4,
        below=True,
        numbers=("plain", "%"),
        margin=_MARGIN,
        when={"view": view},
    )


def _slope(view: str, slope: str, turns: str) -> Plane:
    return Plane(
        {slope: Curve("observed", width=2.5), turns: Points("observed", size=10, alpha=1)},
        x=_CM,
        y=(-0.006, 0.006),
        names=("stature in cm", "slope"),
        one_unit=False,
        ticks=(_MARKED, (0,)),
        titled=True,
        height=0.4,
        below=True,
        margin=_MARGIN,
        base=True,
        when={"view": view},
    )


PLANES = {
    "people": _histogram(
        "women",
        {
            "women": Bars("place", alpha=0.35),
            "bell": Curve("shape", width=3),
            "top": Points("place", size=10, alpha=1),
            "flank": Points("shape", size=10, alpha=1),
        },
        Handle("top", "mean", "place", x="mu", point=True),
        Handle("flank", "sd", "shape", x="sigma", point=True),
    ),
    "below": _cumulated(
        "women",
        "exact",
        {"counted_women": Curve("place", width=2.5, dash="dashed")},
        "gap_women",
    ),
    "sampled": _histogram(
        "sample",
        {
            "drawn": Bars("shape", alpha=0.3),
            "taken": Bars("place", alpha=0.35),
            "own_bell": Curve("shape", width=3),
        },
    ),
    "sampled_below": _cumulated(
        "sample",
        "own_exact",
        {"counted_drawn": Curve("noise", width=2.5, dash="dashed")},
        "gap_drawn",
    ),
    "law": Plane(
        {
            "typical": Curve("shape", width=2, dash="dashed"),
            "gaps": Points("shape", size=11, alpha=0.9),
            "gaps_women": Points("place", size=7, alpha=1),  # on those drawn, which are seen around
            "now": Points("observed", size=13, alpha=1),
        },
        x=(1, 8.4),
        y=(-4.6, 0),
        tab="gaps",
        names=("how many women", "largest gap"),
        one_unit=False,
        ticks=((2.0, 4.0, 6.0, 8.0), (-4.0, -3.0, -2.0, -1.0)),
        titled=True,
        height=0.7,
        numbers=("power", "power"),
        margin=_MARGIN,
        when={"view": "sample"},
    ),
    "mixed": _histogram(
        "mixed",
        {
            "everybody": Bars("place", alpha=0.35),
            "bell_women": Curve("shape", width=2, dash="dashed"),
            "bell_men": Curve("second", width=2, dash="dotted"),
            "sum": Curve("observed", width=3),
        },
    ),
    "mixed_slope": _slope("mixed", "steepness", "turns"),
    "two": _histogram(
        "two",
        {
            "two_bell_women": Curve("shape", width=2, dash="dashed"),
            "two_bell_men": Curve("second", width=2, dash="dotted"),
            "two_sum": Curve("observed", width=3),
            "two_top": Points("second", size=10, alpha=1),
        },
        Handle("two_top", "distance", "second", x="distance", scale=_PER_CM, point=True),
    ),
    "two_slope": _slope("two", "two_steepness", "two_turns"),
}
