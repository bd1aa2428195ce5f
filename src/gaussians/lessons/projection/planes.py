"""The planes of the projection lesson: a ball of noise above a floor, and what becomes of it."""

from functools import partial

from gaussians.kit.parts import Area, Curve, Handle, Labels, Mark, Plane, Points

REACH = 4.2  # of the picture of space, from its middle
IMAGE = 4.8  # of that of x
VIEWS = {
    "shadow": "shadow",
    "shares": "shares",
    "stretch": "stretch C",
    "columns": "columns of A",
    "two": "two noises",
}
_space = partial(
    Plane,
    turns=("turn", "tilt"),
    x=(-REACH, REACH),
    y=(-REACH - 0.6, REACH - 0.6),
    names=("", ""),
    ticks=((), ()),
    numbers=("none", "none"),
    tab="ball",
)
_x = partial(Plane, x=(-IMAGE, IMAGE), y=(-IMAGE, IMAGE), tab="x")


def _ground(name: str) -> dict[str, Mark]:
    """Return the floor, with the shadow of the ball of radius 1."""
    return {
        f"{name}floor": Curve("noise", width=1, alpha=0.5),
        f"{name}disc": Area("shape"),
        f"{name}edge": Curve("shape", width=2.5),
    }


def _arrows(name: str) -> dict[str, Mark]:
    """Return the arrows that turn with the ball."""
    return {
        f"{name}axes": Curve("noise", width=3.5),
        f"{name}axis_names": Labels("noise", ("s₁", "s₂", "s₃")),
    }


PLANES = {
    "space": _space(
        {
            **_ground(""),
            "axis_shadows": Curve("shape", width=2.5),
            "shadows": Points("shape", size=3),
            "fall": Curve("observed", dash="dashed"),
            "fallen": Points("observed", size=11, alpha=1),
            "far": Points("noise", size=2.2),
            "middle": Points("noise", size=3),
            "outline": Curve("noise", width=1.5),
            "near": Points("noise", size=4),
            **_arrows(""),
            "followed": Points("observed", size=11, alpha=1),
        },
        when={"view": "shadow|stretch|columns|two"},
    ),
    "counted": _space(
        {
            **_ground("counted_"),
            "their_shadows": Points("shape", size=4, alpha=0.9),
            "over_shadows": Points("observed", size=4, alpha=0.9),
            "others": Points("noise", size=2),
            "over": Points("observed", size=4, alpha=0.9),
            "inside": Points("noise"),
            "counted_outline": Curve("noise", width=1.5),
            **_arrows("counted_"),
        },
        when={"view": "shares"},
    ),
    "stretched": _x(
        {
            "cloud": Points("shape", size=3, alpha=0.7),
            "ellipse": Area("shape", alpha=0.25),
            "around": Curve("shape"),
            "stretch": Curve("shape", width=3),
            "stretch_names": Labels("shape", ("c₁", "c₂")),
            "tip1": Points("shape", size=9, alpha=1),
            "tip2": Points("shape", size=9, alpha=1),
        },
        handles=(
            Handle("tip1", "column 1 of C", "shape", x="c11", y="c21"),
            Handle("tip2", "column 2 of C", "shape", x="c12", y="c22"),
        ),
        when={"view": "stretch"},
    ),
    "mapped": _x(
        {
            "mapped_cloud": Points("shape", size=3, alpha=0.7),
            "mapped_ellipse": Area("shape", alpha=0.25),
            "mapped_around": Curve("shape"),
            "columns": Curve("shape", width=3),
            "column_names": Labels("shape", ("a₁", "a₂", "a₃")),
        },
        when={"view": "columns"},
    ),
    "both": _x(
        {
            "of_three": Points("shape", size=3),
            "of_two": Points("second", size=3),
            "ellipses": Curve("shape"),
            "half_axes": Curve("second", width=4),
            "half_axis_names": Labels("second", ("b₁", "b₂")),
        },
        when={"view": "two"},
    ),
}
