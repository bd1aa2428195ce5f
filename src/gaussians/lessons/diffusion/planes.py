"""The planes of the diffusion lesson: a picture that dissolves, and what is left of it."""

from gaussians.kit.parts import Area, Curve, Handle, Image, Labels, Mark, Plane, Points
from gaussians.lessons.diffusion.gap import LEAST, REACH
from gaussians.lessons.diffusion.scene import HALF, MOST
from gaussians.lessons.diffusion.schedule import STEPS

SHEET = 2.0  # of drawings, to each side
_SIDE = (-HALF, HALF)
_TIMES = (0.0, 10.0, 20.0, 30.0, 40.0, 50.0)
_LONG = (-1.5, STEPS + 1.5)
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


def _square(marks: dict[str, Mark], view: str, tab: str, draws: str = "") -> Plane:
    """Return a plane of points; all of them show the same part of the plane."""
    return Plane(marks, draws=draws, sheet=SHEET, x=_SIDE, y=_SIDE, tab=tab, when={"view": view})


PLANES = {
    "points": _square(
        {
            "data": Points("second", size=4, alpha=0.7),
            "arcs": Curve("shape", width=1.5, alpha=0.7),
            "cloud": Points("shape", size=5),
            "few": Points("shape", size=6, alpha=1),
            "arc_ahead": Curve("noise", width=2, dash="dashed"),
            "arc": Curve("shape", width=3),
            "one_data": Points("second", size=11, alpha=1),
            "one_noise": Points("noise", size=11, alpha=1),
            "one": Points("shape", size=11, alpha=1),
            "name_data": Labels("second", ("x₀",)),
            "name_noise": Labels("noise", ("s",)),
            "name_one": Labels("shape", ("x",)),
        },
        "mix",
        "points",
        "drawing",
    ),
    "schedule_plane": Plane(
        {
            "schedule_other": Curve("noise", width=1.5, dash="dotted"),
            "drop": Curve("shape", width=1.5, dash="dashed"),
            "schedule": Curve("shape", width=3),
            "now": Points("shape", size=11, alpha=1),
        },
        handles=(Handle("now", "t", "shape", x="t", point=True),),
        x=_LONG,
        y=(-0.06, 1.08),
        names=("time t", "level"),
        titled=True,
        one_unit=False,
        ticks=(_TIMES, _QUARTERS),
        height=0.95,
        margin=44,
        tab="schedule",
        when={"view": "mix"},
    ),
    "mixed_plane": _square(
        {
            "ghost": Points("second", size=4, alpha=0.7),
            "mixed": Points("shape", size=5),
            "mixed_broken": Points("observed", size=5),
        },
        "shares",
        "points",
    ),
    "shares_plane": Plane(
        {
            "picture_area": Area("second", alpha=0.35),
            "noise_area": Area("noise", alpha=0.3),
            "total": Curve("shape", width=3),
            "total_broken": Curve("observed", width=3, dash="dashed"),
            "time": Curve("shape", width=1.5, dash="dashed"),
            "bar": Curve("shape", width=3),
            "measured": Points("shape", size=10, alpha=1),
        },
        handles=(Handle("time", "t", "shape", x="t"),),
        x=_LONG,
        y=(-0.2, MOST),
        names=("time t", "variance across"),
        titled=True,
        one_unit=False,
        base=True,
        ticks=(_TIMES, (0, 1, 2, 3, 4)),
        tab="variance",
        when={"view": "shares"},
    ),
    "walk_plane": _square(
        {
            "ghost_walk": Points("second", size=4, alpha=0.7),
            "walked": Points("shape", size=4, alpha=0.7),
            "way": Curve("shape", width=3),
            "walk_data": Points("second", size=11, alpha=1),
            "way_end": Points("shape", size=11, alpha=1),
        },
        "steps",
        "t steps",
    ),
    "jump_plane": _square(
        {
            "ghost_jump": Points("second", size=4, alpha=0.7),
            "jumped": Points("shape", size=4, alpha=0.7),
            "jump": Curve("shape", width=3),
            "jump_data": Points("second", size=11, alpha=1),
            "jump_end": Points("shape", size=11, alpha=1),
        },
        "steps",
        "one jump",
    ),
    "shade_plane": Plane(
        {
            "density": Image("shape"),
            "shaded": Points("shape", size=3),
        },
        x=(-REACH, REACH),
        y=(-REACH, REACH),
        tab="density",
        when={"view": "gap"},
    ),
    "gap_plane": Plane(
        {
            "gap_line": Curve("shape", width=1.5, dash="dashed"),
            "gap_curve": Curve("place", width=2.5, dash="dashed"),
            "gap_bell": Points("place", size=9, alpha=1),
            "gap_own": Points("shape", size=12, alpha=1),
        },
        handles=(Handle("gap_line", "t", "shape", x="t"),),
        x=_LONG,
        y=(LEAST, 1.3),
        names=("time t", "gap to noise"),
        titled=True,
        one_unit=False,
        ticks=(_TIMES, (-6, -4, -2, 0)),
        numbers=("plain", "power"),
        height=0.95,
        margin=50,
        tab="gap",
        when={"view": "gap"},
    ),
}
