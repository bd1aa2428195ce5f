"""The planes of three coordinates: space to turn, and x₃ above x₂ and above x₁."""

from gaussians.kit.parts import Area, Curve, Handle, Labels, Mark, Plane, Points
from gaussians.lessons.conditioning.three_picture import REACH

_TICKS = (-4.0, -2.0, 0.0, 2.0, 4.0)
_SIDE = (-5.0, 5.0)
_THREE = {"view": "three"}


def _flat(name: str, across: str, key: str, label: str, tab: str) -> Plane:
    """Return the plane of x₃ above another coordinate, whose line sets a number."""
    marks: dict[str, Mark] = {
        "cloud": Points("shape", size=3),
        "before": Curve("shape", width=1.5),
        "slab": Points("observed", size=3.5, alpha=0.7),
        "after": Curve("observed", width=2.5),
        "line": Curve("observed", width=1, dash="dashed"),
        "cut": Curve("observed", width=3),
        "inside": Points("observed", size=6, alpha=1),
        "bell": Curve("observed", width=3),
        "expected": Points("observed", size=9, alpha=1),
    }
    return Plane(
        {f"{name}_{mark}": look for mark, look in marks.items()},
        handles=(Handle(f"{name}_line", label, "observed", x=key),),
        x=_SIDE,
        y=_SIDE,
        names=(across, "x₃"),
        ticks=(_TICKS, _TICKS),
        tab=tab,
        when=_THREE,
    )


PLANES = {
    "space": Plane(
        {
            "axes": Curve("noise", width=1),
            "plane1": Area("observed", alpha=0.1),
            "plane2": Area("observed", alpha=0.1),
            "far": Points("shape", size=2.2),
            "middle": Points("shape", size=3.2),
            "rings": Curve("shape", width=2),
            "close": Points("shape", size=4.4),
            "slice1": Curve("observed", width=3),
            "slice2": Curve("observed", width=3),
            "left": Points("observed", size=5, alpha=1),
            "meet": Curve("observed", width=3),
            "tower": Curve("observed", width=3),
            "axis_names": Labels("noise", ("x₁", "x₂", "x₃")),
        },
        turns=("turn", "tilt"),
        x=(-REACH, REACH),
        y=(-REACH, REACH),
        names=("", ""),
        ticks=((), ()),
        numbers=("none", "none"),
        tab="space",
        when=_THREE,
    ),
    "first": _flat("first", "x₂", "d", "the line x₂ = d", "x₁ first"),
    "then": _flat("then", "x₁", "c", "the line x₁ = c in space", "x₂ first"),
}
