"""The planes of the standard lesson: points rolled, a probe, a surface in space, and lengths."""

from functools import partial

from gaussians.kit.parts import Area, Bars, Curve, Handle, Mark, Plane, Points, Role
from gaussians.lessons.standard.lengths import AROUND, FAR, NEAR

VIEWS = {
    "roll": "rolls",
    "probe": "probe",
    "surface": "surface",
    "near": "within 1",
    "lengths": "lengths",
    "others": "break it",
}
_CLOUD = (-4.2, 4.2)
_WHOLE = (-4.0, -2.0, 0.0, 2.0, 4.0)
_SPACE = 4.4
_density = partial(Plane, one_unit=False, margin=40, base=True, titled=True)


def _cloud(marks: dict[str, Mark], view: str, tab: str) -> Plane:
    return Plane(
        marks, x=_CLOUD, y=_CLOUD, names=("s₁", "s₂"), titled=view == "roll",
        ticks=(_WHOLE, _WHOLE), tab=tab, when={"view": view},
    )  # fmt: skip


def _points(prefix: str, role: Role) -> dict[str, Mark]:
    """Return the marks of points under a strip."""
    return {
        f"{prefix}cloud": Points(role, size=2.5),
        f"{prefix}strip": Area("place", alpha=0.2),
        f"{prefix}inside": Points("place", size=3, alpha=0.9),
        f"{prefix}line": Curve("place", width=2.5),
    }


def _shares(prefix: str, role: Role, view: str) -> Plane:
    """Return a plane of shares in the strip over its angle."""
    now = f"{prefix}now"
    return Plane(
        {
            f"{prefix}band": Area(role, alpha=0.3),
            f"{prefix}counted": Curve(role, width=2),
            now: Points("place", size=11, alpha=1),
        },
        handles=(Handle(now, "the angle", "place", x="angle", point=True),),
        x=(-6, 186),
        y=(0.1, 0.34),
        names=("angle in degrees", "share in the strip"),
        titled=True,
        ticks=((0, 45, 90, 135, 180), (0.1, 0.15, 0.2, 0.25, 0.3)),
        numbers=("plain", "%"),
        one_unit=False,
        margin=50,
        height=0.85,
        tab="shares",
        when={"view": view},
    )


PLANES = {
    "rolled_plane": _cloud(
        {
            "points": Points("noise", size=3),
            "first": Curve("place", width=2, dash="dashed"),
            "second": Curve("place", width=2, dash="dashed"),
            "newest": Points("place", size=10, alpha=1),
        },
        "roll",
        "points",
    ),
    "bell_plane": _density(
        {
            "rolled": Bars("noise", alpha=0.35),
            "bell": Curve("noise", width=3),
            "fall": Curve("place", width=2, dash="dashed"),
            "latest": Points("place", size=11, alpha=1),
        },
        x=_CLOUD,
        y=(-0.015, 0.65),
        ticks=(_WHOLE, (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)),
        names=("a number", "density"),
        height=0.8,
        tab="bell",
        when={"view": "roll"},
    ),
    "probe_plane": _cloud(_points("", "noise"), "probe", "points"),
    "shares": _shares("", "noise", "probe"),
    "space": Plane(
        {
            "floor": Curve("noise", width=1, alpha=0.5),
            "ribs": Curve("noise", width=1.2, alpha=0.7),
            "rings": Curve("noise", width=1.5),
            "cut": Area("place", alpha=0.35),
            "edge": Curve("place", width=2.5),
            "ring": Curve("place", width=3),
            "spot": Points("place", size=11, alpha=1),
        },
        turns=("turn", "tilt"),
        x=(-_SPACE, _SPACE),
        y=(-_SPACE, _SPACE),
        names=("", ""),
        ticks=((), ()),
        numbers=("none", "none"),
        tab="surface",
        when={"view": "surface"},
    ),
    "profile_plane": _density(
        {
            "profile": Curve("place", width=3),
            "upright": Curve("place", width=2, dash="dashed"),
            "at": Points("place", size=11, alpha=1),
        },
        handles=(Handle("at", "r", "place", x="r", point=True),),
        x=(-3.6, 3.6),
        y=(-0.005, 0.18),
        ticks=((-3, -2, -1, 0, 1, 2, 3), (0, 0.05, 0.1, 0.15)),
        names=("r along the line", "density"),
        height=0.8,
        tab="cut",
        when={"view": "surface"},
    ),
    "near_plane": _density(
        {
            "near_bars": Bars("noise", alpha=0.3),
            "core": Area("observed", alpha=0.35),
            "near_law": Curve("noise", width=3),
            "one": Curve("observed", width=2, dash="dashed"),
        },
        x=(0, NEAR),
        y=(0, 0.95),
        ticks=((0, 1, 2, 3, 4, 5, 6), (0, 0.2, 0.4, 0.6, 0.8)),
        names=("length", "density"),
        height=0.6,
        tab="within 1",
        when={"view": "near"},
    ),
    "far_plane": _density(
        {
            "far_bars": Bars("noise", alpha=0.35),
            "far_law": Curve("noise", width=2.5),
            "root_line": Curve("place", width=2, dash="dashed"),
        },
        x=(0, FAR),
        y=(0, 0.95),
        ticks=((0, 5, 10, 15, 20, 25, 30, 35), (0, 0.2, 0.4, 0.6, 0.8)),
        names=("length", "density"),
        height=0.8,
        tab="lengths",
        when={"view": "lengths"},
    ),
    "off_plane": _density(
        {
            "off_bars": Bars("noise", alpha=0.35),
            "limit": Curve("shape", width=7, alpha=0.6),  # seen beside a line that lies on it
            "off_law": Curve("noise", width=2.5, alpha=0.95),
            "zero_line": Curve("place", width=2, dash="dashed"),
        },
        x=(-AROUND, AROUND),
        y=(0, 0.95),
        ticks=((-3, -2, -1, 0, 1, 2, 3), (0, 0.2, 0.4, 0.6, 0.8)),
        names=("length − √n", "density"),
        height=0.8,
        tab="around √n",
        when={"view": "lengths"},
    ),
    "other_plane": _cloud(
        {
            **_points("other_", "observed"),
            "other_levels": Curve("observed", width=1.5),
        },
        "others",
        "points",
    ),
    "other_shares": _shares("other_", "observed", "others"),
}
