"""The planes of the sum lesson: a cloud of pairs, and densities of what is made of a pair."""

from gaussians.kit.parts import Area, Bars, Curve, Handle, Mark, Plane, Points

LINE = (-16.0, 16.0)  # of a, b and a + b
SCORES = (0.0, 100.0)
_ACROSS = (-15.0, -10.0, -5.0, 0.0, 5.0, 10.0, 15.0)
_UP = (0.0, 0.1, 0.2)


def _mixture(name: str) -> dict[str, Mark]:
    return {
        name: Bars("shape", alpha=0.25),
        f"{name}_first": Curve("shape", width=1.5, dash="dotted"),
        f"{name}_second": Curve("shape", width=1.5, dash="dotted"),
        f"{name}_curve": Curve("shape", width=2.5),
        f"{name}_top1": Points("place", size=10, alpha=1),
        f"{name}_top2": Points("place", size=10, alpha=1),
    }


def _tops(name: str, first: str, second: str, numbers: tuple[str, str]) -> tuple[Handle, ...]:
    return (
        Handle(f"{name}_top1", first, "place", x=numbers[0], point=True),
        Handle(f"{name}_top2", second, "place", x=numbers[1], point=True),
    )


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
        x=(-12, 12),
        y=(-12, 12),
        names=("a", "b"),
        titled=True,
        ticks=((-10, -5, 0, 5, 10), (-10, -5, 0, 5, 10)),
        tab="pairs",
        when={"view": "add"},
    ),
    "chosen": Plane(
        _mixture("mixture") | {"one_bell": Curve("observed", width=2.5, dash="dashed")},
        handles=_tops("mixture", "μ₁", "μ₂", ("mu1", "mu2")),
        x=LINE,
        y=(-0.01, 0.28),
        height=0.5,
        one_unit=False,
        ticks=(_ACROSS, _UP),
        names=("a or b", "density"),
        numbers=("none", "plain"),
        base=True,
        tab="densities",
        when={"view": "add"},
    ),
    "added": Plane(
        {
            "sums": Bars("second", alpha=0.25),
            "bar": Area("observed", alpha=0.35),
            "bell": Curve("second", width=2.5),
            "foot": Curve("observed", width=2.5),
        },
        handles=(Handle("foot", "the strip", "observed", x="c"),),
        x=LINE,
        y=(-0.01, 0.28),
        height=0.5,
        below=True,
        one_unit=False,
        ticks=(_ACROSS, _UP),
        names=("a + b", "density"),
        base=True,
        when={"view": "add"},
    ),
    "pupils": Plane(
        _mixture("class"),
        handles=_tops("class", "mean of school 1", "mean of school 2", ("school1", "school2")),
        x=SCORES,
        y=(-0.003, 0.1),
        height=0.5,
        one_unit=False,
        ticks=((0, 20, 40, 60, 80, 100), (0, 0.05)),
        names=("score of a pupil", "density"),
        numbers=("none", "plain"),
        base=True,
        tab="class and pairs",
        when={"view": "schools"},
    ),
    "averaged": Plane(
        {
            "averages": Bars("second", alpha=0.25),
            "average_bell": Curve("second", width=2.5),
        },
        x=SCORES,
        y=(-0.003, 0.1),
        height=0.5,
        below=True,
        one_unit=False,
        ticks=((0, 20, 40, 60, 80, 100), (0, 0.05)),
        names=("mean score of a pair", "density"),
        base=True,
        when={"view": "schools"},
    ),
}
