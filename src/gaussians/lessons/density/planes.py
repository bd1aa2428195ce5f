"""The planes of the density lesson: one line, two lines, two planes, and the five steps."""

from gaussians.kit.parts import Area, Curve, Handle, Labels, Mark, Plane, Points, Role
from gaussians.lessons.density.scene import LEVELS
from gaussians.lessons.density.steps import FAR, TALL

_LOW, _HIGH = (-0.2, 0.48), (-0.2, 0.82)  # of the two lines: heights are alike in both
_TICKS = ((-4.0, -2.0, 0.0, 2.0, 4.0), (0.0, 0.2, 0.4, 0.6, 0.8))
_NEAR = (-5.0, 5.0)


def _shades(name: str, role: Role) -> dict[str, Mark]:
    return {f"{name}_shade{k}": Area(role, alpha=0.1) for k in range(len(LEVELS))}


def _arrows(end: str = "") -> dict[str, Mark]:
    marks: dict[str, Mark] = {
        "columns": Curve("shape", width=3),
        "tip1": Points("shape", size=9, alpha=1),
        "tip2": Points("shape", size=9, alpha=1),
        "shift": Points("place", size=10, alpha=1),
        "names": Labels("shape", ("a₁", "a₂")),
        "name_t": Labels("place", ("t",)),
    }
    return {name + end: look for name, look in marks.items()}


def _columns(end: str = "") -> tuple[Handle, ...]:
    return (
        Handle(f"tip1{end}", "column 1 of A", "shape", x="a11", y="a21"),
        Handle(f"tip2{end}", "column 2 of A", "shape", x="a12", y="a22"),
        Handle(f"shift{end}", "t", "place", x="t1", y="t2"),
    )


PLANES = {
    "line": Plane(
        {
            "still": Curve("noise"),
            "moved": Curve("shape", width=3),
            "middle": Curve("place", width=1.5, dash="dashed"),
            "drop_s": Curve("noise", dash="dotted"),
            "drop_x": Curve("shape", width=1),
            "back": Curve("place", width=4),
            "dot_s": Points("noise", size=10, alpha=1),
            "dot_x": Points("shape", size=11, alpha=1),
            "line_s": Labels("noise", ("s",)),
            "line_x": Labels("shape", ("x",)),
            "line_t": Labels("place", ("t",)),
        },
        handles=(
            Handle("dot_x", "x", "shape", x="x"),
            Handle("middle", "t", "place", x="t"),
        ),
        y=(-0.04, 0.46),
        names=("s and x", "density"),
        one_unit=False,
        ticks=(_TICKS[0], (0, 0.1, 0.2, 0.3, 0.4)),
        when={"view": "translate"},
    ),
    "line_before": Plane(
        {
            "rug": Points("noise", size=3),
            "bars": Area("noise", alpha=0.15),
            "edges": Curve("noise", width=1, alpha=0.4),
            "bell": Curve("noise"),
            "bin": Area("noise", alpha=0.5),
            "rug_near": Points("noise", size=5, alpha=1),
            "bin_at": Points("noise", size=9, alpha=1),
        },
        handles=(Handle("bin_at", "the box", "noise", x="at"),),
        y=_LOW,
        names=("s", "density"),
        one_unit=False,
        height=0.4,
        ticks=(_TICKS[0], _TICKS[1][:3]),
        base=True,
        tab="stretched",
        when={"view": "scale"},
    ),
    "line_after": Plane(
        {
            "rug_after": Points("shape", size=3),
            "bars_divided": Area("shape", alpha=0.15),
            "edges_divided": Curve("shape", width=1, alpha=0.4),
            "bell_divided": Curve("shape", width=2.5),
            "bars_kept": Area("observed", alpha=0.1),
            "bell_kept": Curve("observed", dash="dashed"),
            "bin_divided": Area("shape", alpha=0.4),
            "bin_kept": Area("observed", alpha=0.3),
            "rug_near_after": Points("shape", size=5, alpha=1),
            "unit": Points("shape", size=9, alpha=1),
            "name_unit": Labels("shape", ("σ",)),
        },
        handles=(Handle("unit", "σ", "shape", x="sigma"),),
        y=_HIGH,
        names=("x", "density"),
        one_unit=False,
        height=0.6,
        below=True,
        ticks=_TICKS,
        base=True,
        when={"view": "scale"},
    ),
    "before": Plane(
        _shades("noise", "noise")
        | {
            "grid": Curve("noise", width=1, alpha=0.4),
            "noise": Points("noise", size=3),
            "box": Area("noise", alpha=0.4),
            "near": Points("noise", size=4, alpha=1),
            "center": Points("noise", size=9, alpha=1),
        },
        handles=(Handle("center", "the box", "noise", x="s1", y="s2"),),
        x=_NEAR,
        y=_NEAR,
        names=("s₁", "s₂"),
        tab="noise s",
        when={"view": "boxes"},
    ),
    "after": Plane(
        _shades("cloud", "shape")
        | {
            "grid_after": Curve("shape", width=1, alpha=0.4),
            "cloud": Points("shape", size=3),
            "parallelogram": Area("shape", alpha=0.4),
            "near_after": Points("shape", size=4, alpha=1),
            "ridge": Curve("shape", width=2.5),
        }
        | _arrows(),
        handles=_columns(),
        x=_NEAR,
        y=_NEAR,
        tab="x",
        when={"view": "boxes"},
    ),
    "given": Plane(
        {
            "ellipses": Curve("shape", width=1.5),
            "through": Curve("shape", dash="dashed"),
            "foot": Curve("observed", width=3, dash="dashed"),
            **_arrows("_again"),
            "point": Points("shape", size=11, alpha=1),
            "name_x": Labels("shape", ("x",)),
        },
        handles=(Handle("point", "x", "shape", x="x1", y="x2"), *_columns("_again")),
        x=_NEAR,
        y=_NEAR,
        tab="x",
        when={"view": "step"},
    ),
    "pulled_back": Plane(
        {
            "circles": Curve("noise", width=1.5),
            "level": Curve("noise", dash="dashed"),
            "from_origin": Curve("noise", width=3),
            "pulled": Points("noise", size=11, alpha=1),
            "name_s": Labels("noise", ("s",)),
        },
        x=_NEAR,
        y=_NEAR,
        names=("s₁", "s₂"),
        tab="noise s",
        when={"view": "step"},
    ),
    "heights": Plane(
        {
            "raw": Curve("noise"),
            "final": Curve("shape", width=3),
            "distance": Curve("noise", width=4),
            "raw_drop": Curve("noise", width=1.5, dash="dashed"),
            "raw_dot": Points("noise", size=10, alpha=1),
            "final_dot": Points("shape", size=11, alpha=1),
        },
        x=(-0.2, FAR),
        y=(-0.1, TALL),
        names=("‖s‖", "height"),
        one_unit=False,
        ticks=((0, 1, 2, 3, 4), (0, 0.5, 1)),
        tab="heights",
        when={"view": "step"},
    ),
}
