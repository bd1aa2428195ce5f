"""The planes of the score lesson: pairs, their noise, the field, a cut through it, the way back."""

import numpy as np

from gaussians.kit.lesson import Scene
from gaussians.kit.parts import Curve, Handle, Image, Mark, Plane, Points, Role
from gaussians.lessons.score.compatible import FAR, FROM
from gaussians.lessons.score.field import HIGHEST, LOWEST, REACH
from gaussians.lessons.score.sets import SIDE

VIEWS = {"noise": "compatible noise", "slope": "the slope of log p", "back": "the way back"}
_SIDE = (-REACH, REACH)
_TICKS = (-2.0, -1.0, 0.0, 1.0, 2.0)
_NOISE = (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)
_BARE = 0.95  # shade of lines on an image, or on other arrows, where a casing would hide them
_NAMES = ("across", "up")
_STRONG = ((7.0, 1.0), (5.0, 0.9), (3.5, 0.8), (2.0, 0.75))  # sizes and shades of dots


def _by_weight(name: str, role: Role) -> dict[str, Mark]:
    """Return dots, those of little weight behind the others."""
    looks = [(f"{name}{k}", Points(role, size, shade)) for k, (size, shade) in enumerate(_STRONG)]
    return dict(reversed(looks))


def _lines() -> dict[str, Mark]:
    looks = ((1.5, 0.9), (1.0, 0.6), (1.0, 0.25))
    lines = [(f"lines{k}", Curve("noise", width, alpha=shade))
             for k, (width, shade) in enumerate(looks[: len(FROM)])]  # fmt: skip
    return dict(reversed(lines))


def _noisy_points(marks: dict[str, Mark], point: str, view: str) -> Plane:
    """Return a plane in which a click, or a handle, places the noisy point."""
    return Plane(
        marks,
        handles=(Handle(point, "the noisy point", "shape", x="px", y="py"),),
        place=("px", "py"),
        x=_SIDE,
        y=_SIDE,
        names=_NAMES,
        ticks=(_TICKS, _TICKS),
        tab="noisy points",
        when={"view": view},
    )


PLANES = {
    "pairs": _noisy_points(
        {
            "data": Points("second", size=1.5, alpha=0.75),
            **_lines(),
            **_by_weight("dots", "second"),
            "mean": Curve("noise", width=4),
            "middle": Points("place", size=11, alpha=1),
            "noisy": Points("shape", size=12, alpha=1),
        },
        "noisy",
        "noise",
    ),
    "noises": Plane(
        {
            "rings": Curve("noise", width=1, alpha=0.5),
            **_by_weight("noise", "noise"),
            "expected": Curve("noise", width=4),
        },
        x=(-FAR, FAR),
        y=(-FAR, FAR),
        names=("s₁", "s₂"),
        ticks=(_NOISE, _NOISE),
        tab="noise s",
        when={"view": "noise"},
    ),
    "hills": _noisy_points(
        {
            "density": Image("shape", alpha=0.45),
            "there": Points("second", size=4, alpha=0.85),
            "field": Curve("place", width=1, alpha=_BARE),
            "cut_line": Curve("shape", width=1.5, dash="dashed", alpha=_BARE),
            "slope": Curve("place", width=4, alpha=_BARE),
            "noisy_again": Points("shape", size=12, alpha=1),
        },
        "noisy_again",
        "slope",
    ),
    "profile": Plane(
        {
            "cut": Curve("shape", width=2.5),
            "tangent": Curve("place", width=4),
            "height": Points("shape", size=11, alpha=1),
        },
        x=_SIDE,
        y=(LOWEST, HIGHEST),
        names=("across", "log p"),
        one_unit=False,
        ticks=(_TICKS, (-8, -6, -4, -2, 0, 2)),
        tab="log p, cut",
        when={"view": "slope"},
    ),
    "walk_plane": Plane(
        {
            "pictured": Points("second", size=4, alpha=0.75),
            "flow": Curve("place", width=1, alpha=0.7),
            "one_flow": Curve("observed", width=2, alpha=_BARE),
            "way": Curve("place", width=3),
            "stops": Points("place", size=5, alpha=1),
            "one_dot": Points("observed", size=11, alpha=1),
            "walkers": Points("shape", size=6, alpha=1),
            "start": Points("noise", size=12, alpha=1),
        },
        handles=(Handle("start", "a start", "noise", x="px", y="py"),),
        draws="drawing",
        sheet=SIDE,
        x=_SIDE,
        y=_SIDE,
        names=_NAMES,
        ticks=(_TICKS, _TICKS),
        when={"view": "back"},
    ),
}

_MEAN = {"a", "signal", "px", "py", "mean1", "mean2", "mean_long"}
_READ = {
    "noise": _MEAN | {
        "alike", "largest", "first1", "first2", "second1", "second2", "weight1", "weight2",
        "lengths", "drawn", "both", "none",
    },
    "slope": _MEAN | {
        "score1", "score2", "steep", "root", "closed1", "closed2", "across", "up", "gap",
        "gap_by_differences", "log", "minus", "of_height", "undivided", "by_variance",
    },
    "back": {"n", "level", "many", "done", "distance", "before", "spread"},
}  # fmt: skip
_CHOOSE_WORDS = {"noise": {"far"}, "slope": {"below", "pure"}, "back": {"alone", "single"}}


def elsewhere(view: str) -> Scene:
    """Return nothing for whatever only other views show: it is not computed."""
    marks = {
        name: np.zeros((1, 2)) if isinstance(look, Image) else np.full((1, 2), np.nan)
        for plane in PLANES.values()
        if plane.when["view"] != view
        for name, look in plane.marks.items()
    }
    numbers, words = (
        sorted(set().union(*names.values()) - names[view]) for names in (_READ, _CHOOSE_WORDS)
    )
    return Scene(marks, dict.fromkeys(numbers, np.nan) | dict.fromkeys(words, 0.0))
