"""The planes of the bell lesson, one or two for each view: curves, their slopes, their areas."""

from functools import partial

from gaussians.kit.parts import Area, Curve, Handle, Mark, Plane, Points, Role
from gaussians.lessons.bell.lines import REACH

_WIDE = (-4.4, 4.4)
_WHOLE = (-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0)
_FAR = (-5.0, *_WHOLE, 5.0)
_NEAR = (-3.6, 3.6)
_curves = partial(Plane, one_unit=False, margin=40, base=True)


def _filled(role: Role) -> Area:
    return Area(role, alpha=1)


def _limits(*names: str) -> dict[str, Mark]:
    return {name: Curve("place", width=1) for name in names}


def _drag_limits(left: str, right: str) -> tuple[Handle, ...]:
    return (
        Handle(right, "the limit L", "place", x="limit"),
        Handle(left, "the limit −L", "place", x="limit", scale=-1),
    )


PLANES = {
    "curves": _curves(
        {
            "exponential": Curve("observed"),
            "squared": Curve("shape", width=3),
            "at": Curve("place", width=1),
            "further": Curve("place", width=1.5, dash="dashed"),
            "tangent": Curve("place", width=4),
            "red_dots": Points("observed", size=9, alpha=1),
            "blue_next": Points("shape", size=9, alpha=1),
            "steepest": _filled("shape"),
            "dot": Points("place", size=11, alpha=1),
        },
        handles=(Handle("dot", "x", "place", x="x", point=True),),
        x=_NEAR,
        y=(-0.06, 1.18),
        names=("x", "height"),
        ticks=((-3, -2, -1, 0, 1, 2, 3), (0, 0.2, 0.4, 0.6, 0.8, 1)),
        height=0.6,
        tab="heights",
        when={"view": "fall"},
    ),
    "slope": _curves(
        {
            "slopes": Curve("shape", width=2.5),
            "slope_at": Curve("place", width=1),
            "turns": _filled("shape"),
            "slope_dot": Points("place", size=10, alpha=1),
        },
        x=_NEAR,
        y=(-1.1, 1.1),
        names=("x", "slope"),
        ticks=((-3, -2, -1, 0, 1, 2, 3), (-1, -0.5, 0, 0.5, 1)),
        height=0.42,
        below=True,
        when={"view": "fall"},
    ),
    "hill_plane": _curves(
        {
            "under": Area("shape", alpha=0.2),
            "targets": Curve("observed", width=1.5, dash="dashed"),
            "hill": Curve("shape", width=3),
            "standard_hill": Curve("noise", width=4),
            "diamonds": _filled("shape"),
            "top": Points("shape", size=11, alpha=1),
        },
        handles=(Handle("top", "the height h", "shape", y="height", point=True),),
        x=_WIDE,
        y=(-0.06, 1.1),
        names=("x", "height"),
        ticks=(_WHOLE, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        height=0.7,
        when={"view": "width"},
    ),
    "far_plane": _curves(
        {
            "far_exponential": Curve("observed"),
            "far_bell": Curve("noise", width=3),
            "far_at": Curve("place", width=1),
            "far_red_dot": Points("observed", size=9, alpha=1),
            "far_dot": Points("place", size=11, alpha=1),
        },
        handles=(Handle("far_dot", "x", "place", x="out", point=True),),
        x=(-REACH, REACH),
        y=(-0.08, 1.15),
        names=("x", "height"),
        ticks=(_FAR, (0, 0.5, 1)),
        numbers=("none", "plain"),
        height=0.45,
        tab="heights",
        when={"view": "far"},
    ),
    "log_plane": _curves(
        {
            "tent": Curve("observed"),
            "parabola": Curve("noise", width=3),
            "log_at": Curve("place", width=1),
            "tent_dot": Points("observed", size=9, alpha=1),
            "log_dot": Points("place", size=11, alpha=1),
        },
        handles=(Handle("log_dot", "x", "place", x="out", point=True),),
        x=(-REACH, REACH),
        y=(-13.6, 1.0),
        names=("x", "logarithm of the height"),
        ticks=(_FAR, (-12, -9, -6, -3, 0)),
        height=0.58,
        below=True,
        when={"view": "far"},
    ),
    "area": _curves(
        {
            "rug": Points("noise", size=3),
            "rug_inside": Points("noise", size=4, alpha=1),
            "mass_area": Area("noise", alpha=0.25),
            "second_area": Area("second", alpha=0.25),
            **_limits("left", "right"),
            "mass_curve": Curve("noise", width=3),
            "second_curve": Curve("second", width=2),
            "crossings": _filled("noise"),
        },
        handles=_drag_limits("left", "right"),
        x=_WIDE,
        y=(-0.15, 0.45),
        names=("x", "density"),
        ticks=(_WHOLE, (0, 0.1, 0.2, 0.3, 0.4)),
        height=0.6,
        tab="areas",
        when={"view": "areas"},
    ),
    "bend": _curves(
        {
            "bend_area": Area("shape", alpha=0.25),
            **_limits("left_below", "right_below"),
            "bend_curve": Curve("shape", width=2.5),
            "zeros": _filled("noise"),
        },
        x=_WIDE,
        y=(-0.45, 0.25),
        names=("x", "x² f − f"),
        ticks=(_WHOLE, (-0.4, -0.2, 0, 0.2)),
        height=0.42,
        below=True,
        when={"view": "areas"},
    ),
    "others": _curves(
        {
            "bell_area": Area("noise", alpha=0.2),
            "other_area": Area("observed", alpha=0.2),
            **_limits("other_left", "other_right"),
            "bell_curve": Curve("noise", width=3),
            "other_curve": Curve("observed", width=2),
            "bell_diamonds": _filled("noise"),
            "other_diamonds": _filled("observed"),
            "corner": Points("observed", size=10, alpha=1),
        },
        handles=_drag_limits("other_left", "other_right"),
        x=_WIDE,
        y=(-0.05, 0.78),
        names=("x", "density"),
        ticks=(_WHOLE, (0, 0.2, 0.4, 0.6)),
        height=0.7,
        when={"view": "others"},
    ),
}
