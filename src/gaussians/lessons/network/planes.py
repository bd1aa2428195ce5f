"""The planes of the network lesson: the cloud on its way, and two numbers of it after each half."""

from math import log10

from gaussians.kit.parts import Area, Curve, Handle, Plane, Points
from gaussians.lessons.network.plots import KURTOSIS, SKEWNESS

WIDE = 3.2
_HALVES = tuple(float(k) for k in range(9))
_HAND = {"weights": "hand"}


def _over_halves(name: str, shown: tuple[float, float], ticks: tuple[float, ...],
            below: bool) -> Plane:  # fmt: skip
    """Return a plane of one of the two numbers, its logarithm after each half layer."""
    level = {"kurtosis_level": Curve("noise", width=1.5, dash="dashed")}
    return Plane(
        {
            f"{name}_band": Area("noise", alpha=0.35),
            **(level if name == "kurtosis" else {}),
            f"{name}_path": Curve("shape", width=1, alpha=0.5),
            f"{name}_now": Curve("place", width=2.5),
            f"{name}_passed": Points("shape", size=10, alpha=1),
            f"{name}_failed": Points("observed", size=10, alpha=1),
        },
        handles=(Handle(f"{name}_now", "half layers", "place", x="way"),),
        x=(-0.4, 8.4), y=(log10(shown[0]), log10(shown[1])),
        tab="Gaussian?", names=("half layers", name), titled=True, one_unit=False, height=0.5,
        below=below,
        ticks=(_HALVES, tuple(map(log10, ticks))), numbers=("plain", "log"), margin=58,
    )  # fmt: skip


PLANES = {
    "plane": Plane(
        {
            "cloud": Points("shape", size=3, alpha=0.7),  # so that many are a mist
            "mesh": Curve("noise", width=1, alpha=0.8),
            "ellipses": Curve("shape"),
            "square": Area("shape", alpha=0.4),
            "columns": Curve("shape", width=3),
            "tip1": Points("shape", size=9, alpha=1),
            "tip2": Points("shape", size=9, alpha=1),
            "shift": Points("place", size=10, alpha=1),
        },
        handles=(
            Handle("tip1", "column 1 of W", "shape", x="w11", y="w21", when=_HAND),
            Handle("tip2", "column 2 of W", "shape", x="w12", y="w22", when=_HAND),
            Handle("shift", "b", "place", x="b1", y="b2", when=_HAND),
        ),
        x=(-WIDE, WIDE), y=(-WIDE, WIDE), tab="cloud",
    ),
    "skewnesses": _over_halves(
        "skewness", SKEWNESS, (1e-4, 1e-2, 1, 100), below=False
    ),
    "kurtoses": _over_halves("kurtosis", KURTOSIS, (4, 8, 16, 32, 64), below=True),
}  # fmt: skip
