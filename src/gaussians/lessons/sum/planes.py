"""The planes of the sum lesson: pairs and their sums, two bells and their mixture, two schools."""

from gaussians.kit.parts import Area, Bars, Curve, Handle, Mark, Plane, Points, When

LINE = (-16.0, 16.0)  # of a, b and a + b
SCORES = (0.0, 100.0)
_ADD, _CHOOSE, _SCHOOLS = ({"view": view} for view in ("add", "choose", "schools"))


def _densities(
    marks: dict[str, Mark], names: tuple[str, str], when: When, *,
    handles: tuple[Handle, ...] = (), height: float = 0.5, below: bool = False, tab: str = "",
) -> Plane:  # fmt: skip
    """Return a plane over the line of a, b and a + b, or over scores.

    Of two below each other, the lower one has the numbers across.
    """
    scores = when == _SCHOOLS
    return Plane(
        marks,
        handles=handles,
        x=SCORES if scores else LINE,
        y=(-0.006, 0.12) if scores else (-0.015, 0.28),
        ticks=((0, 20, 40, 60, 80, 100), (0, 0.05, 0.1)) if scores
        else ((-15, -10, -5, 0, 5, 10, 15), (0, 0.1, 0.2)),
        names=names,
        one_unit=False,
        margin=40,
        height=height,
        below=below,
        numbers=("none" if height < 0.6 and not below else "plain", "plain"),
        base=True,
        tab=tab,
        when=when,
    )  # fmt: skip


def _mixture(name: str) -> dict[str, Mark]:
    return {
        name: Bars("shape", alpha=0.25),
        f"{name}_first": Curve("shape", width=2, dash="dotted"),
        f"{name}_second": Curve("shape", width=2, dash="dotted"),
        f"{name}_curve": Curve("shape", width=2.5),
    }


def _means(name: str) -> dict[str, Mark]:
    return {f"{name}{k}": Points("place", size=10, alpha=1) for k in (1, 2)}


PLANES = {
    "pairs": Plane(
        {
            "cloud": Points("shape"),
            "strip": Area("observed", alpha=0.15),
            "inside": Points("observed", size=5, alpha=0.9),
            "center": Points("place", size=10, alpha=1),
            "grip": Points("observed", size=11, alpha=1),
        },
        handles=(
            Handle("center", "the means", "place", x="mu1", y="mu2"),
            Handle("grip", "the strip", "observed", x="c", point=True, scale=2),
        ),
        x=(-11, 11),
        y=(-11, 11),
        names=("a", "b"),
        ticks=((-8, -4, 0, 4, 8), (-8, -4, 0, 4, 8)),
        tab="pairs",
        when=_ADD,
    ),
    "added": _densities(
        {
            "sums": Bars("second", alpha=0.25),
            "bar": Area("observed", alpha=0.35),
            "bell": Curve("second", width=2.5),
            "foot": Curve("observed", width=4),
        },
        ("a + b", "density"),
        _ADD,
        handles=(Handle("foot", "the strip", "observed", x="c"),),
        height=0.85,
        tab="sums",
    ),
    "chosen": _densities(
        _mixture("mixture")
        | {"one_bell": Curve("observed", width=2.5, dash="dashed")}
        | _means("mean"),
        ("a or b", "density"),
        _CHOOSE,
        handles=(
            Handle("mean1", "μ₁", "place", x="mu1", point=True),
            Handle("mean2", "μ₂", "place", x="mu2", point=True),
        ),
        tab="densities",
    ),
    "all_sums": _densities(
        {"sums_again": Bars("second", alpha=0.25), "bell_again": Curve("second", width=2.5)},
        ("a + b", "density"),
        _CHOOSE,
        below=True,
    ),
    "one_class": _densities(
        _mixture("pupils") | _means("school_mean"),
        ("score of a pupil", "density"),
        _SCHOOLS,
        handles=(
            Handle("school_mean1", "mean of school 1", "place", x="school1", point=True),
            Handle("school_mean2", "mean of school 2", "place", x="school2", point=True),
        ),
        tab="densities",
    ),
    "averaged": _densities(
        {"averages": Bars("second", alpha=0.25), "average_bell": Curve("second", width=2.5)},
        ("average score of a pair", "density"),
        _SCHOOLS,
        below=True,
    ),
}
