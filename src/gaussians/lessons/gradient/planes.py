"""The planes of the gradient lesson: f and points on it, estimates, descents, and a pair."""

from collections.abc import Callable

from gaussians.kit.parts import Curve, Handle, Mark, Plane, Points, Role, When
from gaussians.lessons.gradient.correlation import HIGHEST
from gaussians.lessons.gradient.descents import HEIGHTS, STEPS, WALL
from gaussians.lessons.gradient.functions import FUNCTIONS
from gaussians.lessons.gradient.points import TALL
from gaussians.lessons.gradient.seeds import EDGES

_X = (-4.4, 4.4)
_WHOLE = (-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0)
_AT = {"tall": (0.0, 5.0, 10.0, 15.0, 20.0), "low": (-1.0, -0.5, 0.0, 0.5, 1.0)}
_OF = {size: "|".join(name for name, f in FUNCTIONS.items() if f.size == size) for size in HEIGHTS}
_SLOPES = {"tall": (-20.0, -10.0, 0.0, 10.0, 20.0, 30.0), "low": (-6.0, -3.0, 0.0, 3.0, 6.0)}


def _both(view: str, plane: Callable[[str, When], Plane]) -> dict[str, Plane]:
    """Return a plane for functions that are tall, and one for low ones."""
    return {f"{view}_{size}": plane(size, {"view": view, "f": of}) for size, of in _OF.items()}


def _over(view: str, more: Callable[[str], dict[str, Mark]]) -> dict[str, Plane]:
    """Return planes of f, with more marks on it."""

    def plane(size: str, when: When) -> Plane:
        return Plane(
            more(size),
            x=_X,
            y=HEIGHTS[size],
            names=("x", "f(x)"),
            one_unit=False,
            ticks=(_WHOLE, _AT[size]),
            numbers=("none", "plain"),
            margin=40,
            height=0.5,
            base=True,
            below=size == "low",
            tab="f",
            when=when,
        )

    return _both(view, plane)


def _ball(name: str, role: Role, size: float) -> dict[str, Mark]:
    return {name: Points(role, size=size, alpha=1)}


def _estimates(size: str, when: When) -> Plane:
    return Plane(
        {
            f"slope_{size}": Curve("place", dash="dashed"),
            f"path_dots_{size}": Points("shape", size=5),
            f"weight_dots_{size}": Points("observed", size=5),
            f"path_sd_{size}": Curve("shape", width=5),
            f"weight_sd_{size}": Curve("observed", width=3),
        },
        x=EDGES[size],
        y=(0.4, 2.5),
        names=("estimate of the slope", ""),
        one_unit=False,
        ticks=(_SLOPES[size], (1, 2)),
        numbers=("plain", "none"),
        height=0.62,
        tab="200 estimates",
        when=when,
    )


def _hills(size: str, when: When) -> Plane:
    return Plane(
        {
            f"f_under_{size}": Curve("second", width=1.5, dash="dotted"),
            f"average_{size}": Curve("second", width=2.5),
            **_ball(f"exact_ball_{size}", "place", 9),
            **_ball(f"weight_ball_{size}", "observed", 13),
            **_ball(f"path_ball_{size}", "shape", 11),
        },
        x=_X,
        y=HEIGHTS[size],
        names=("μ", "E f(x)"),
        one_unit=False,
        ticks=(_WHOLE, _AT[size]),
        margin=40,
        height=0.8,
        base=True,
        tab="E f over μ",
        when=when,
    )


PLANES = {
    **_over(
        "move",
        lambda size: {
            f"f_move_{size}": Curve("second"),
            f"slopes_{size}": Curve("shape", width=4),
            f"on_move_{size}": Points("shape", size=8, alpha=1),
        },
    ),
    "arrows": Plane(
        {
            "mean": Curve("place", width=2, dash="dashed"),
            "sd": Curve("shape", width=3),
            "by_mean": Curve("place", width=1.5),
            "by_sd": Curve("shape", width=2.5),
            "points": Points("shape", size=7, alpha=1),
            "sd_end": Points("shape", size=11, alpha=1),
        },
        handles=(
            Handle("mean", "μ", "place", x="mu"),
            Handle("sd_end", "σ", "shape", x="sigma", point=True),
        ),
        x=_X,
        y=(0.0, TALL),
        names=("x", ""),
        one_unit=False,
        ticks=(_WHOLE, ()),
        numbers=("plain", "none"),
        margin=40,
        height=0.5,
        below=True,
        tab="arrows",
        when={"view": "move"},
    ),
    **_over(
        "weigh",
        lambda size: {
            f"f_weigh_{size}": Curve("second", width=2.5),
            f"heights_{size}": Curve("observed", width=1.5),
            f"on_weigh_{size}": Points("shape", size=8, alpha=1),
        },
    ),
    "weighing": Plane(
        {
            "mean_weigh": Curve("place", width=2, dash="dashed"),
            "score": Curve("observed", width=1.5),
            "stems": Curve("observed", width=2),
            "weights": Points("observed", size=8, alpha=1),
        },
        handles=(Handle("mean_weigh", "μ", "place", x="mu"),),
        x=_X,
        y=(-4.5, 4.5),
        names=("x", "weight"),
        one_unit=False,
        ticks=(_WHOLE, (-4, -2, 0, 2, 4)),
        margin=40,
        height=0.5,
        below=True,
        base=True,
        tab="weights",
        when={"view": "weigh"},
    ),
    **_both("seeds", _estimates),
    **_both("descents", _hills),
    "walks": Plane(
        {
            "exact_way": Curve("place", dash="dashed"),
            "weight_way": Curve("observed", width=1.5),
            "path_way": Curve("shape", width=3),
            **_ball("exact_end", "place", 8),
            **_ball("weight_end", "observed", 10),
            **_ball("path_end", "shape", 10),
            **_ball("begin", "place", 11),
        },
        handles=(Handle("begin", "the start", "place", y="start", point=True),),
        x=(-2.0, STEPS + 2.0),
        y=(-WALL - 0.4, WALL + 0.4),
        names=("steps k", "μ"),
        one_unit=False,
        ticks=((0, 20, 40, 60), (-3, -2, -1, 0, 1, 2, 3)),
        height=0.8,
        tab="μ over k",
        when={"view": "descents"},
    ),
    "pair": Plane(
        {
            "speeds": Curve("place", width=1.5),
            "pairs": Points("shape", size=5, alpha=1),
        },
        x=(-4.0, 4.0),
        y=(-4.0, 4.0),
        tab="points",
        when={"view": "rho"},
    ),
    "speeds_plane": Plane(
        {
            "typical": Curve("place", width=2.5),
            "now": Points("place", size=11, alpha=1),
            "measured": Points("shape", size=7, alpha=1),
        },
        handles=(Handle("now", "ρ", "shape", x="rho", point=True),),
        x=(-1.1, 1.1),
        y=(-0.6, HIGHEST),
        names=("ρ", "typical speed"),
        one_unit=False,
        ticks=((-1, -0.5, 0, 0.5, 1), (0, 2, 4, 6, 8, 10)),
        base=True,
        tab="speed over ρ",
        when={"view": "rho"},
    ),
}
