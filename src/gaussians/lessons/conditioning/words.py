"""The words and equations of the conditioning lesson."""

from gaussians.kit.parts import Prediction
from gaussians.kit.pieces import math, number, op, slot, symbol

_I, _J = (f'<mn data-readout="{key}" data-format="1|2"></mn>' for key in ("i", "j"))


def _part(letter: str, index: str, role: str) -> str:
    return f'<msub><mi class="{role}">{letter}</mi>{index}</msub>'


_X_I, _X_J = (f"<msub><mi>x</mi>{index}</msub>" for index in (_I, _J))
_MU_I, _MU_J = _part("μ", _I, "place"), _part("μ", _J, "place")
_SIGMA_I, _SIGMA_J = _part("σ", _I, "shape"), _part("σ", _J, "shape")
_RHO = symbol("ρ", "shape")
_C = symbol("c", "observed")
_LEFT = f"<msqrt><mn>1</mn><mo>−</mo><msup>{_RHO}<mn>2</mn></msup></msqrt>"
_SLOPE = f"<mfrac><mrow>{_RHO}{_SIGMA_J}</mrow>{_SIGMA_I}</mfrac>"
_GIVEN = f"{_X_J}<mo>|</mo>{_X_I}<mo>=</mo>{_C}"
_MEAN = math(
    _MU_J, op("+"), _SLOPE, op("("), _C, op("−"), _MU_I, op(")"),
) + math(  # three, so that a line can break between
    op("="), number("other_mean"),
    op("+"), number("slope", None, "2p"), op("("), number("c", "observed"), op("−"),
    number("known_mean", None, "2p"), op(")"),
) + math(op("="), number("mean", "observed"))  # fmt: skip
_SD = math(
    _SIGMA_J, _LEFT, op("="), number("other_sd"), op("×"), number("left"), op("="),
    number("sd", "observed"),
)  # fmt: skip

LEAD = """A <b class="shape">cloud</b> of pairs, and one of the two numbers becomes known. Drag the
<b class="observed">red line</b>: only the points on it are still possible. How they lie along it is
the <b class="observed">red bell</b>, a Gaussian again. It moves as you drag, and its standard
deviation (sd) stays the same."""

_MEAN_OF = math("<mtext>mean of&#160;</mtext>", _GIVEN, op(":"))

_WEIGHT = math(
    "<mtext>mean weight</mtext>", op("="), "<mn>67.76</mn>",
) + math(
    op("+", goes_on=True),
    "<mfrac><mrow><mn>.5335</mn><mo>·</mo><mn>10.98</mn></mrow><mn>6.42</mn></mfrac>",
    op("("), number("height", "observed", 1), op("−"), "<mn>162.85</mn>", op(")"),
) + math(op("="), number("weight", "observed"), "<mtext>&#160;kg</mtext>")  # fmt: skip
_SPREAD = math(
    "<mtext>sd</mtext>", op("="), "<mn>10.98</mn>",
    "<msqrt><mn>1</mn><mo>−</mo><msup><mn>.5335</mn><mn>2</mn></msup></msqrt>",
) + math(op("="), number("spread", "observed"), "<mtext>&#160;kg</mtext>")  # fmt: skip

EQUATION = f"""
<div data-when="view=slice|proof">{_MEAN_OF} {_MEAN}</div>
<div data-when="view=slice|proof">{math("<mtext>sd:</mtext>")} {_SD}</div>
<div data-when="view=women">{_WEIGHT}</div>
<div data-when="view=women">{_SPREAD}</div>
"""


def _row(name: str, exact: str, near: str, chance: str) -> str:
    return f"""<tr><th scope="row">{name}</th><td>{slot(exact, 3)}</td><td>{slot(near, 3)}</td>
<td>± {slot(chance, 3)}</td></tr>"""


PROOFS = f"""
<section data-when="view=slice|proof">
<h2>Does a thin slab agree?</h2>
<table>
<thead><tr><th scope="col">{math(_X_J)} given {math(_X_I, op("="), _C)}</th>
<th scope="col">formula</th><th scope="col">measured</th><th scope="col">chance error</th></tr>
</thead>
<tbody>{_row("mean", "mean", "near_mean", "wobble_mean")}{_row("sd", "sd", "near_sd", "wobble_sd")}
</tbody>
</table>
<p>No point has exactly c, so the measured column takes the {slot("count", 0)} of {slot("n", 0)}
points in a slab of width w = {slot("w")}; a Gaussian density predicts about {slot("density", 0)}.
Unless ρ = 0, a wide slab mixes slices with different means, which makes its sd too large; and it
has more points on its more crowded side, which draws its mean towards {math(_MU_J)}: let w go to
0, with many points. {slot("outside", "|The bell itself is outside the picture here.")}</p>
<p>{
    slot(
        "bent",
        "The joint law is Gaussian, so in a thin slab the two columns agree within chance."
        "|This joint law is bent: it has the very means, sds and correlation that the formula "
        "asks for, and yet slices do not agree with it. Those five numbers settle every slice only "
        "if we also know that the joint law is Gaussian.",
    )
}</p>
</section>
<section data-when="view=slice">
<h2>Two lines that are easily confused</h2>
<dl>
<dt>regression line: through the mean of every slice of a Gaussian</dt><dd>{slot("flat", 1)}°</dd>
<dt>major axis of the ellipses</dt><dd>{slot("steep", 1)}°</dd>
</dl>
<p>Angles are from the known axis. Unless ρ = 0 or c is {math(_MU_I)}, the mean of a slice is not on
the long axis of the ellipses but nearer to {math(_MU_J)}: cut a tilted ellipse straight, and the
axis does not halve the cut. With ρ = 0 no ellipse is tilted, and every slice has its mean at
{math(_MU_J)}. Know the other coordinate instead, and the means are on another line.</p>
</section>
<section data-when="view=proof">
<h2>The proof, in three steps</h2>
<ol>
<li>A point x is on the line when its noise satisfies
{
    math(
        symbol("a", "shape", ""),
        op("·"),
        symbol("s", "noise"),
        op("+"),
        symbol("t", "place"),
        op("="),
        _C,
    )
}, where a = ({slot("row1")}, {slot("row2")}) is the observed row of A and
t = {slot("at")}. In the plane of s that is a line as well, at right angles to a.</li>
<li>Turn s by R until a points along the first axis, by {slot("angle", 1)}° back. Noise looks the
same from all sides, so the turned cloud is standard noise again (error of
{math("<mi>R</mi><msup><mi>R</mi><mi>T</mi></msup>", op("−"), "<mi>I</mi>")}:
{slot("orthogonal", "e")}).</li>
<li>There the line is upright, at c′ = (c − t) / ‖a‖ = ({slot("c")} − {slot("at", "2p")}) /
{slot("length")} = <b class="observed">{slot("shift", 3)}</b>. It fixes one coordinate of noise;
the other one knows nothing of it and is still standard. Carried back, a standard Gaussian on a
line becomes a Gaussian on the line you drag.</li>
</ol>
<p data-when="joint=bent">Now the noise is bent, and the proof breaks: the line is still a line, and
R still only turns; but this noise does not look the same from all sides, and to know one of its
coordinates tells something of the other.</p>
</section>
<section data-when="view=women">
<h2>Stature known, weight predicted</h2>
<table>
<thead><tr><th scope="col">weight of women of {slot("height", 1)} cm</th>
<th scope="col">formula</th><th scope="col">within 1 cm</th></tr></thead>
<tbody>
<tr><th scope="row">mean, kg</th><td>{slot("weight", 1)}</td><td>{slot("near_weight", 1)}</td></tr>
<tr><th scope="row">sd, kg</th><td>{slot("spread", 1)}</td><td>{slot("near_spread", 1)}</td></tr>
<tr><th scope="row">how many</th><td>{slot("awaited", 2)}</td><td>{slot("women", 0)}</td></tr>
</tbody>
</table>
<p>{slot("height", 1)} cm is {slot("sds", 1)} sd from the mean. At 172 cm the formula moves the
expected weight from 67.8 to 76.1 kg and takes only a little off the spread. At 192 cm, 4.5 sd up,
there is nobody: a hundredth of a woman is to be expected. The formula answers all the same. What it
says there rests on the shape of the model alone.</p>
</section>
<section data-when="view=women">
<h2>Where the numbers are from</h2>
<p>1,986 women of the US Army were measured in the ANSUR II survey (C. C. Gordon and others,
<cite>2012 Anthropometric Survey of U.S. Army Personnel</cite>, report NATICK/TR-15/007, 2014):
stature 162.85 ± 6.42 cm, weight 67.76 ± 10.98 kg (mean ± sd), correlation .5335. The points are not
those women: they are as many draws from the Gaussian with these five numbers.</p>
</section>
"""

STORY = """
<section>
<h2>What knowing does</h2>
<p>To condition is to throw away every pair that does not have the known number, and to look at what
is left. With a density that means: cut along the line, keep the shape of the cut, and blow it up
until its area is 1. The dashed bell is the cut, drawn so that the highest of all cuts would be as
tall as the solid bell; the solid bell is the same shape, blown up.</p>
<p>Where the line is decides where the bell’s middle is: with ρ = 0 it stays; otherwise it moves by
ρ sd of the unknown for each sd of the known. How wide it is does not depend on c at all. Every
slice of a Gaussian in the same direction is equally wide, however rare.</p>
</section>
<section>
<h2>Why very tall fathers have, on average, less tall sons</h2>
<p>Put fathers across and sons up. A father 2 sd above the mean is to be expected to have a son only
2ρ sd above it. That is no force that pulls people to the average; it is what a correlation below 1
means. It holds the other way round, too: very tall sons have, on average, less tall fathers. So
there are two regression lines. They cross at the two means, with the long axis between them unless
ρ = 0, and they are one and the same line only when ρ is ±1.</p>
<p>One more thing to keep apart: with ρ = 0 the bell stays where it is, and for a Gaussian that
means that knowing one number tells nothing of the other. Bend the joint law, and it no longer means
that: try ρ = 0 with c = 0, then c = 2.4.</p>
</section>
"""

DESCRIPTION = f"""<span data-when="view=slice|proof">{slot("n", 0)} blue points around the means
with standard deviations, of the known coordinate {slot("known_sd")} and of the other one
{slot("other_sd")}, and correlation {slot("rho")}. A red line stands where {slot("i", "x₁|x₂")} is
{slot("c")}, and on it a bell: given that, {slot("j", "x₁|x₂")} has mean {slot("mean")} and standard
deviation {slot("sd")}. The {slot("count", 0)} points near the line have mean {slot("near_mean")}
and standard deviation {slot("near_sd")}.</span>
<span data-when="view=proof">The same line in the noise that makes the points is tilted by
{slot("angle", 0)} degrees, and turned upright it is at {slot("shift")}.</span>
<span data-when="view=women">1,986 points for the statures and weights of women. A red line stands
at {slot("height", 1)} centimeters, {slot("sds", 1)} standard deviations from the mean; given that,
the weight has mean {slot("weight", 1)} and standard deviation {slot("spread", 1)} kilograms.
{slot("women", 0)} points are within one centimeter of it.</span>"""

PREDICTIONS = (
    Prediction(
        f"What is the mean of {math(_X_J)} once you know {math(_X_I, op('='), _C)}?",
        answer="mean",
        tolerance=0.02,
        hides=("slope",),
        hints={
            "other_mean": "That is its mean before anything was known. The line has moved it.",
            "no_rho": "That forgets ρ: it moves the mean by as many sd as c is away from "
            "its own mean.",
            "no_units": "That forgets the units: one sd of the known is worth ρ sd of the other, "
            "so σ of the other over σ of the known belongs in.",
            "no_center": "That measures c from 0; it counts from the known coordinate’s mean.",
            "turned": "The distance is right and the side is wrong: look at the sign.",
        },
        formula=_MEAN,
        when={"view": "slice|proof", "joint": "gaussian"},
    ),
    Prediction(
        f"And what is the sd of {math(_X_J)} then?",
        answer="sd",
        tolerance=0.02,
        hides=("left",),
        hints={
            "other_sd": "That is its sd before anything was known. Something was learned, so it "
            "must be smaller.",
            "variance": "That is the variance; take the root.",
            "no_root": "That forgets a root: the variance is multiplied by 1 − ρ², the sd by "
            "the root of that.",
            "shrunk": "That multiplies the sd by 1 − |ρ|; the right factor is the root of 1 − ρ².",
        },
        formula=_SD,
        when={"view": "slice|proof", "joint": "gaussian"},
    ),
)

CODE = """from gaussians import Gaussian
from gaussians.lessons.conditioning.lesson import STATURE_WEIGHT, bend
from gaussians.kit.noise import draw_noise
from gaussians.kit.roots import symmetric

if "$view" == "women":
    law, i, c = STATURE_WEIGHT, 0, $height
else:
    law = Gaussian.from_scales([$mu1, $mu2], [$sigma1, $sigma2], $rho)
    i, c = ["x1", "x2"].index("$observed"), $c
    noise = draw_noise($seed)[:$n]
    noise = bend(noise) if "$joint" == "bent" else noise  # bent: the formula no longer holds
    points = Gaussian(symmetric(law.cholesky, law.cov), law.mean).transform(noise)
other = law.given(i, c).marginal(1 - i)
print("given", c, "the other has mean", other.mean[0], "and sd", other.std[0])
"""
