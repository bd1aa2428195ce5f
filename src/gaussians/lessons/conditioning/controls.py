"""The controls of the conditioning lesson."""

from gaussians.kit.parts import Choice, Field, Group, Slider, Tick

VIEWS = {
    "slice": "the slice",
    "proof": "the proof",
    "three": "three coordinates",
    "women": "1,986 women",
}
_MODEL, _THREE, _BOTH = ({"view": view} for view in ("slice|proof", "three", "slice|proof|three"))

CONTROLS = (
    Group("Show", (Choice("view", "shape", VIEWS),)),
    Group(
        "What is known",
        (Choice("observed", "observed", {"x1": "x₁ = c", "x2": "x₂ = c"}),),
        when=_MODEL,
    ),
    Group("What is known", (Tick("know1", "observed"), Tick("know2", "observed")), when=_THREE),
    Group(
        "Known values and slab",
        (Slider("c", "observed", plays=6), Slider("w", "observed")),
        when=_BOTH,
    ),
    Group("Known value of x₂", (Slider("d", "observed", plays=6),), when=_THREE),
    Group("Stature that is known, in cm", (Slider("height", "observed"),), when={"view": "women"}),
    Group("Place", (Slider("mu1", "place"), Slider("mu2", "place")), when=_BOTH),
    Group(
        "Shape",
        (Slider("sigma1", "shape"), Slider("sigma2", "shape"), Slider("rho", "shape")),
        when=_BOTH,
    ),
    Group(
        "The third coordinate",
        (
            Slider("mu3", "place"),
            Slider("sigma3", "shape"),
            Slider("rho13", "shape"),
            Slider("rho23", "shape"),
        ),
        when=_THREE,
    ),
    Group("Turn the picture", (Slider("turn", "noise"), Slider("tilt", "noise")), when=_THREE),
    Group(
        "Joint law",
        (Choice("joint", "shape", {"gaussian": "Gaussian", "bent": "Break it: bent"}),),
        when=_MODEL,
    ),
    Group("Points", (Slider("n", "noise"),), when=_BOTH),
    Group("Noise", (Field("seed", "noise", ("resample", "Resample")),)),
)
