"""The planes of the moments lesson: points and their averages, rectangles, and turned noise."""

from gaussians.kit.parts import Area, Curve, Handle, Mark, Plane, Points
from gaussians.lessons.moments.variance import FARTHEST

_NEAR = (-5.0, 5.0)
_COUNTS = (-0.12, 3.12)  # logarithms of numbers of points
_DECADES = (0.0, 1.0, 2.0, 3.0)
_HEIGHTS = (-4.0, -2.0, 0.0, 2.0, 4.0)


def _shift(mark: str) -> Handle:
    return Handle(mark, "t", "place", x="t1", y="t2")


def _columns(end: str) -> tuple[Handle, ...]:
    return (
        Handle(f"tip1{end}", "column 1 of A", "shape", x="a11", y="a21"),
        Handle(f"tip2{end}", "column 2 of A", "shape", x="a12", y="a22"),
    )


def _arrows(end: str) -> dict[str, Mark]:
    return {
        f"columns{end}": Curve("shape", width=3),
        f"tip1{end}": Points("shape", size=9, alpha=1),
        f"tip2{end}": Points("shape", size=9, alpha=1),
    }


def _funnel(area: str, level: str) -> dict[str, Mark]:
    return {
        area: Area("place", alpha=0.25),
        level: Curve("place", width=1.5, dash="dashed"),
    }


def _walk(area: str, level: str, path: str, end: str) -> dict[str, Mark]:
    """Return the marks of one average, and of the funnel that it walks into."""
    return {
        **_funnel(area, level),
        path: Curve("shape", width=2.5),
        end: Points("shape", size=10, alpha=1),
    }


def _sorted(name: str) -> dict[str, Mark]:
    """Return the marks of many averages, in the funnel or outside."""
    return {
        f"{name}_in": Points("shape", size=4, alpha=0.7),
        f"{name}_out": Points("observed", size=6, alpha=1),
    }


def _over_counts(
    marks: dict[str, Mark], up: str, view: str, *, handles: tuple[Handle, ...] = (),
    height: float = 1, below: bool = False, y: tuple[float, float] = _NEAR, numbered: bool = True,
    tab: str = "over N",
) -> Plane:  # fmt: skip
    """Return a plane over how many points have come."""
    return Plane(
        marks,
        handles=handles,
        x=_COUNTS,
        y=y,
        ticks=(_DECADES, _HEIGHTS),
        numbers=("log" if numbered else "none", "plain"),
        names=("N", up),
        one_unit=False,
        height=height,
        below=below,
        tab=tab,
        when={"view": view},
    )


PLANES = {
    "cloud_plane": Plane(
        {
            "cloud": Points("shape", size=3),
            "way": Curve("shape", width=2),
            "shift": Points("place", size=10, alpha=1),
            "mean": Points("shape", size=10, alpha=1),
        },
        handles=(_shift("shift"),),
        x=_NEAR,
        y=_NEAR,
        tab="points x",
        when={"view": "mean"},
    ),
    "funnel": _over_counts(
        _walk("funnel_area", "level", "path", "path_end"),
        "average of x₂",
        "mean",
    ),
    "funnel_streams": _over_counts(
        {
            **_funnel("funnel_again", "level_again"),
            **_sorted("average"),
        },
        "average of x₂",
        "streams",
        height=0.5,
        numbered=False,
        tab="funnel",
    ),
    "standard": _over_counts(
        {
            "band": Area("place", alpha=0.25),
            **_sorted("away"),
        },
        "distance in sd ÷ √N",
        "streams",
        height=0.5,
        below=True,
        y=(-4.5, 4.5),
    ),
    "before": Plane(
        {
            "noise": Points("noise", size=5),
            "noise_mean": Points("noise", size=11, alpha=1),
        },
        x=_NEAR,
        y=_NEAR,
        names=("s₁", "s₂"),
        tab="noise s",
        when={"view": "ways"},
    ),
    "after": Plane(
        {
            "image": Points("shape", size=5),
            **_arrows(""),
            "mapped": Curve("noise", width=4),
            "image_mean": Points("shape", size=13, alpha=1),  # both are seen where they are one
            "shift_image": Points("place", size=10, alpha=1),
        },
        handles=(*_columns(""), _shift("shift_image")),
        x=_NEAR,
        y=_NEAR,
        tab="image x",
        when={"view": "ways"},
    ),
    "rectangles": Plane(
        {
            "plus": Area("shape", alpha=0.15),
            "minus": Area("observed", alpha=0.15),
            "plus_edges": Curve("shape", width=1),
            "minus_edges": Curve("observed", width=1, dash="dashed"),
            "points": Points("shape", size=3),
            "newest": Curve("place", width=2),
            **_arrows("_areas"),
            "shift_areas": Points("place", size=10, alpha=1),
        },
        handles=(*_columns("_areas"), _shift("shift_areas")),
        x=_NEAR,
        y=_NEAR,
        tab="rectangles",
        when={"view": "areas"},
    ),
    "area_plane": _over_counts(
        _walk("area_funnel", "area_level", "area_path", "area_end"),
        "average signed area",
        "areas",
    ),
    "squares": Plane(
        {
            "lost": Area("observed", alpha=0.3),
            "gained_right": Area("second", alpha=0.3),
            "gained_left": Area("second", alpha=0.3),
            "bell": Curve("noise", width=2),
            "weighed": Curve("second", width=3),
            "limit_left": Curve("place", width=1.5, dash="dashed"),
            "limit_right": Curve("place", width=3, dash="dashed"),
        },
        handles=(Handle("limit_right", "L", "place", x="limit"),),
        x=(-FARTHEST, FARTHEST),
        y=(-0.02, 0.44),
        names=("s", "f and s² f"),
        one_unit=False,
        height=0.6,
        margin=40,
        base=True,
        ticks=(_HEIGHTS, (0, 0.1, 0.2, 0.3, 0.4)),
        tab="squares",
        when={"view": "squares"},
    ),
    "turned_plane": Plane(
        {
            "turned": Points("noise", size=3),
            "units": Curve("noise", width=3),
            "turned_few": Points("noise", size=9, alpha=1),
        },
        x=_NEAR,
        y=_NEAR,
        names=("(Q s)₁", "(Q s)₂"),
        tab="noise, turned",
        when={"view": "turn"},
    ),
    "law_plane": Plane(
        {
            "law_points": Points("shape", size=3),
            "ellipse": Curve("shape", width=2.5),
            "wrong_ellipse": Curve("observed", width=2.5, dash="dashed"),
            "law_columns": Curve("shape", width=3),
            "law_few": Points("shape", size=9, alpha=1),
            "law_shift": Points("place", size=10, alpha=1),
        },
        handles=(_shift("law_shift"),),
        x=_NEAR,
        y=_NEAR,
        tab="image x",
        when={"view": "turn"},
    ),
}
