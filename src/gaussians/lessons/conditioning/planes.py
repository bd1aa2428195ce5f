"""The planes of the conditioning lesson: the slice, the three of its proof, and the women."""

from typing import Literal

from gaussians.kit.parts import Area, Curve, Handle, Labels, Mark, Plane, Points

_SIDE = (-5.0, 8.0)  # of an axis with a strip at its end
_TICKS = (-4.0, -2.0, 0.0, 2.0, 4.0)


def _sliced(name: str = "") -> dict[str, Mark]:
    marks: dict[str, Mark] = {
        "cloud": Points("shape"),
        "ellipses": Curve("shape"),
        "axis": Curve("shape", width=2.5, dash="dashed"),
        "slab": Area("observed", alpha=0.12),
        "inside": Points("observed", size=5, alpha=0.9),
        "regression": Curve("shape", width=4),
        "line": Curve("observed", width=3),
        "slice": Curve("observed", width=1.5, dash="dashed"),
        "bell": Curve("observed", width=3),
        "expected": Points("observed", size=9, alpha=1),
    }
    return {name + mark: look for mark, look in marks.items()}


def _proved(name: str, role: Literal["noise", "shape"]) -> dict[str, Mark]:
    marks: dict[str, Mark] = {
        "cloud": Points(role),
        "inside": Points("observed", size=5, alpha=0.9),
        "circles": Curve(role),
        "line": Curve("observed", width=3),
        "center": Points("place" if role == "shape" else "noise", size=8, alpha=1),
    }
    return {f"{name}_{mark}": look for mark, look in marks.items()}


def _line(mark: str) -> tuple[Handle, Handle]:
    return (
        Handle(mark, "the line x₁ = c", "observed", x="c", when={"observed": "x1"}),
        Handle(mark, "the line x₂ = c", "observed", y="c", when={"observed": "x2"}),
    )


PLANES = {
    "joint": Plane(
        _sliced()
        | {
            "reverse": Curve("shape", dash="dotted"),
            "known_base": Curve("noise", width=1, dash="dotted"),
            "other_base": Curve("noise", width=1, dash="dotted"),
            "known": Curve("shape"),
            "other": Curve("shape"),
            "strip": Curve("observed", width=3),
        },
        handles=_line("line"),
        x=_SIDE,
        y=_SIDE,
        ticks=(_TICKS, _TICKS),
        when={"view": "slice"},
    ),
    "x": Plane(
        _proved("x", "shape"),
        handles=_line("x_line"),
        tab="x",
        when={"view": "proof"},
    ),
    "s": Plane(
        _proved("s", "noise")
        | {"s_row": Curve("observed", width=3), "s_name": Labels("observed", ("c′",))},
        names=("s₁", "s₂"),
        tab="noise s",
        when={"view": "proof"},
    ),
    "z": Plane(
        _proved("z", "noise")
        | {
            "z_row": Curve("observed", width=3),
            "z_bell": Curve("observed", width=3),
            "z_name": Labels("observed", ("c′",)),
        },
        names=("z₁", "z₂"),
        tab="upright z",
        when={"view": "proof"},
    ),
    "women": Plane(
        _sliced("women_")
        | {
            "women_errors": Curve("place", width=1),
            "women_means": Points("place", size=4, alpha=1),
        },
        handles=(Handle("women_line", "the known stature", "observed", x="height"),),
        x=(136, 202),
        y=(24, 122),
        names=("stature in cm", "weight in kg"),
        one_unit=False,
        ticks=((140, 160, 180, 200), (40, 60, 80, 100, 120)),
        when={"view": "women"},
    ),
}
