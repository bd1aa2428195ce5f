"""The planes of the conditioning lesson: the slice, the three of its proof, and the women."""

from typing import Literal

from gaussians.kit.parts import Area, Curve, Handle, Labels, Mark, Plane, Points

_SIDE = (-5.0, 8.0)  # of an axis with a strip at its end
_TICKS = (-4.0, -2.0, 0.0, 2.0, 4.0)


def _sliced(name: str = "") -> dict[str, Mark]:
    marks: dict[str, Mark] = {
        "cloud": Points("shape", alpha=0.35),
        "slab": Area("observed", alpha=0.12),
        "inside": Points("observed", size=5, alpha=0.8),
        "ellipses": Curve("shape", width=1.5),
        "axis": Curve("shape", dash="dashed"),
        "regression": Curve("shape", width=3),
        "line": Curve("observed", width=2.5),
        "slice": Curve("observed", width=1.5, dash="dashed"),
        "bell": Curve("observed", width=2.5),
        "expected": Points("observed", size=9, alpha=1),
        "bases": Curve("noise", width=1),
        "known": Curve("shape"),
        "other": Curve("shape"),
        "strip": Curve("observed", width=2.5),
    }
    return {name + mark: look for mark, look in marks.items()}


def _proved(name: str, role: Literal["noise", "shape"]) -> dict[str, Mark]:
    marks: dict[str, Mark] = {
        "cloud": Points(role, alpha=0.4),
        "inside": Points("observed", size=5, alpha=0.8),
        "circles": Curve(role, width=1.5),
        "line": Curve("observed", width=2.5),
        "center": Points("place" if role == "shape" else "noise", size=8, alpha=1),
    }
    return {f"{name}_{mark}": look for mark, look in marks.items()}


def _line(mark: str, when: dict[str, str]) -> tuple[Handle, Handle]:
    return (
        Handle(mark, "the line x₁ = c", "observed", x="c", when=when | {"observed": "x1"}),
        Handle(mark, "the line x₂ = c", "observed", y="c", when=when | {"observed": "x2"}),
    )


_CAPTION = """<span class="key observed">given the line</span>
<span class="key shape">before it was known</span>
<span class="key shape thick">regression line</span>
<span class="key shape dashed">major axis</span>"""

PLANES = {
    "joint": Plane(
        _sliced(),
        handles=_line("line", {}),
        x=_SIDE,
        y=_SIDE,
        ticks=(_TICKS, _TICKS),
        when={"view": "slice"},
        caption=f"x₁ across, x₂ up; bells of each at the edges {_CAPTION}",
    ),
    "x": Plane(
        _proved("x", "shape"),
        handles=_line("x_line", {}),
        when={"view": "proof"},
        caption="x = A s + t, cut at c",
    ),
    "s": Plane(
        _proved("s", "noise")
        | {"s_row": Curve("observed", width=2.5), "s_name": Labels("observed", ("c′",))},
        names=("s₁", "s₂"),
        when={"view": "proof"},
        caption="s: the noise that lands there",
    ),
    "z": Plane(
        _proved("z", "noise")
        | {
            "z_row": Curve("observed", width=2.5),
            "z_bell": Curve("observed", width=2.5),
            "z_name": Labels("observed", ("c′",)),
        },
        names=("z₁", "z₂"),
        when={"view": "proof"},
        caption="z = R s, upright, cut at c′",
    ),
    "women": Plane(
        _sliced("women_"),
        handles=(Handle("women_line", "the known stature", "observed", x="height"),),
        x=(130.75, 214.21),
        y=(12.86, 155.6),
        names=("stature in cm", "weight in kg"),
        one_unit=False,
        ticks=((140, 160, 180), (20, 40, 60, 80, 100, 120)),
        when={"view": "women"},
        caption=f"stature in cm across, weight in kg up {_CAPTION}",
    ),
}
