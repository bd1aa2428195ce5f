"""The planes of the linear lesson: a plane to a plane, a plane to a line, and three coordinates."""

from functools import partial

from gaussians.kit.parts import Area, Bars, Curve, Handle, Labels, Mark, Plane, Points
from gaussians.lessons.linear.line import HIGH, LOW
from gaussians.lessons.linear.three import ENTRIES, PAIRS

_TWO, _ONE = {"view": "plane"}, {"view": "line"}
_EVERY = (-6, -4, -2, 0, 2, 4, 6)
_t = partial(Handle, label="t", role="place", x="t1", y="t2")


def _given(name: str) -> dict[str, Mark]:
    """Return the marks of x."""
    return {
        f"{name}_cloud": Points("shape", size=3),
        f"{name}_ellipses": Curve("shape"),
        f"{name}_center": Points("place", size=9, alpha=1),
    }


PLANES = {
    "x": Plane(
        {
            "x_grid": Curve("shape", width=1, alpha=0.4),
            **_given("x"),
            "units": Curve("shape", width=3),
        },
        handles=(_t("x_center"),),
        tab="x",
        when=_TWO,
    ),
    "y": Plane(
        {
            "y_grid": Curve("second", width=1, alpha=0.4),
            "y_cloud": Points("second", size=3),
            "y_ellipses": Curve("second"),
            "y_center": Points("place", size=9, alpha=1),
            "columns": Curve("second", width=3),
            "tip1": Points("second", size=9, alpha=1),
            "tip2": Points("second", size=9, alpha=1),
            "names": Labels("second", ("m₁", "m₂")),
        },
        handles=(
            Handle("tip1", "column 1 of M", "second", x="m11", y="m21"),
            Handle("tip2", "column 2 of M", "second", x="m12", y="m22"),
        ),
        names=("y₁", "y₂"),
        tab="y = M x",
        when=_TWO,
    ),
    "given": Plane(
        {"levels": Curve("second", width=1, alpha=0.6), **_given("given")},
        handles=(_t("given_center"),),
        tab="x",
        when=_ONE,
    ),
    "line": Plane(
        {
            "bars": Bars("second", alpha=0.25),
            "bell": Curve("second", width=2.5),
            "arrows": Curve("second", width=3),
            "end1": Points("second", size=9, alpha=1),
            "end2": Points("second", size=9, alpha=1),
            "ends": Labels("second", ("m₁", "m₂")),
        },
        handles=(
            Handle("end1", "m₁", "second", x="r1", point=True),
            Handle("end2", "m₂", "second", x="r2", point=True),
        ),
        y=(LOW, HIGH),
        names=("y", "density"),
        one_unit=False,
        ticks=(_EVERY, (0, 0.2, 0.4, 0.6)),
        height=0.85,
        base=True,
        tab="y = M x",
        when=_ONE,
    ),
    "three": Plane(
        {
            "frames": Curve("noise", width=1, dash="dotted"),
            "kept": Curve("second", width=2.5),
            **{f"bars{name}": Area("shape", alpha=0.2) for name in "123"},
            **{f"cloud{name}": Points("shape", size=3, alpha=0.7) for name in PAIRS},
            "curves": Curve("shape", width=1),
            **{f"kept{name}": Area("second", alpha=0.25) for name in "123"},
            **{f"kept{name}": Points("second", size=4, alpha=1) for name in PAIRS},
            "kept_curves": Curve("second", width=2),
            "coordinates": Labels("shape", ("x₁", "x₂", "x₃")),
            "entries": Labels("shape", ENTRIES),
        },
        names=("", ""),
        ticks=((), ()),
        numbers=("none", "none"),
        when={"view": "select"},
    ),
}
