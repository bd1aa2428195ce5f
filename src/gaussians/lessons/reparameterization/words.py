"""The words and equations of the reparameterization lesson."""

from gaussians.kit.pieces import math, matrix, number, op, slot, square, symbol

_X = symbol("x")
_EPS = symbol("ε", "noise")
_MU = symbol("μ", "place")
_A = '<mi class="shape" data-readout="factor" data-format="text"></mi>'
_SIGMA = symbol("Σ", "shape")
_NUMBERS_A = square("A", "shape")
_NUMBERS_S = square("S", "shape")
_NUMBERS_MU = matrix((number("mu1", "place", "2m"),), (number("mu2", "place", "2m"),))

LEAD = f"""Each <b class="noise">grey dot</b> is one draw {math(_EPS)} of standard noise. Its
<b class="shape">blue dot</b> is the same draw, carried along by
{math(_X, op("="), _MU, op("+"), symbol("L", "shape"), _EPS)}. Drag a slider: the noise stays
where it is, only the map changes."""

EQUATION = f"""
{math(_X, op("="), _NUMBERS_MU, op("+"), _NUMBERS_A, _EPS, block=True)}
{
    math(
        _A,
        f"<msup><mrow>{_A}</mrow><mi>T</mi></msup>",
        op("="),
        _SIGMA,
        op("="),
        _NUMBERS_S,
        block=True,
    )
}
"""


def _arithmetic(i: int) -> str:
    plus, times = op("+", goes_on=True), op("·")
    pieces = (  # so that a line can break between
        math(symbol("x", sub=str(i)), op("="), number(f"mu{i}", "place")),
        math(plus, number(f"A{i}1", "shape", "2p"), times, number("eps1", "noise", "2p")),
        math(plus, number(f"A{i}2", "shape", "2p"), times, number("eps2", "noise", "2p")),
        math(op("="), number(f"x{i}")),
    )
    return " ".join(pieces)


def _mass_row(radius: int) -> str:
    return f"""<tr><th scope="row">{radius} sd</th><td>{slot(f"mass{radius}", "%")}</td>
<td>{slot(f"share{radius}", "%")}</td><td>± {slot(f"wobble{radius}", "%")}</td></tr>"""


_PREDICTED = "<math><mrow><mn>1</mn><mo>−</mo><msup><mi>e</mi><mrow><mo>−</mo><msup><mi>k</mi><mn>2</mn></msup><mo>/</mo><mn>2</mn></mrow></msup></mrow></math>"  # noqa: E501

PROOFS = f"""
<section>
<h2>Is it the right map?</h2>
<dl>
<dt>largest error of {math(_A, f"<msup><mrow>{_A}</mrow><mi>T</mi></msup>", op("−"), _SIGMA)}</dt>
<dd>{slot("error", "e")}</dd>
<dt>fingerprint of <span class="noise">ε</span></dt>
<dd>{slot("fingerprint", 9)}</dd>
</dl>
<p>An error of some 10<sup>−16</sup> is all that a computer's rounding leaves. The fingerprint adds
up all of the noise, ε₁ once and ε₂ times √2: no slider changes it, <i>Resample</i> does.</p>
</section>
<section>
<h2>How many points are inside?</h2>
<table>
<thead><tr><th scope="col">ellipse k</th><th scope="col">predicted {_PREDICTED}</th>
<th scope="col">measured</th><th scope="col">chance error</th></tr></thead>
<tbody>{"".join(map(_mass_row, (1, 2, 3)))}</tbody>
</table>
<p>Counted on the {slot("n", 0)} blue dots. Drag anything: the shares stay, because a dot and its
ellipse are carried along together.</p>
</section>
<section>
<h2>One point, by hand</h2>
<p class="arithmetic">{_arithmetic(1)}<br>{_arithmetic(2)}</p>
<p>Click a dot in the figure, or give its number, to follow it from
<span class="noise">ε</span> to x.</p>
</section>
<section>
<h2>What ρ really does</h2>
<p>It does not simply rotate. The dashed box, {math(_MU, op("±"), symbol("σ", "shape"))}, stays
as it is, and the ellipse inside it gets thinner: its area is
{
    math(
        symbol("π"),
        symbol("σ", "shape", "1"),
        symbol("σ", "shape", "2"),
        "<msqrt><mn>1</mn><mo>−</mo><msup><mi class='shape'>ρ</mi><mn>2</mn></msup></msqrt>",
        op("="),
        number("full_area"),
        op("×"),
        number("flattening", None, 3),
        op("="),
        number("area"),
    )
}.
Its long axis is at {slot("angle", 1)}°. With equal σ that is 45° for every positive ρ and −45°
for every negative one.</p>
</section>
"""

STORY = f"""
<section>
<h2>All the chance is in ε</h2>
<p>You could ask a library for a draw from a Gaussian with mean μ and covariance Σ. It would do
what you see here: draw noise that knows nothing of μ and Σ, then stretch it and move it. Writing
the two steps apart is the whole trick. The first has all the chance and no parameters; the second
has all the parameters and no chance.</p>
<p>So a question such as “where would this very dot be if σ were a little larger?” has an answer:
follow it. It moves along a smooth path, and a smooth path has a derivative. That is how a neural
network can learn the μ and Σ of a sample it has drawn: the gradient walks back through the map and
leaves the noise alone. It is not the only way to such a gradient, but often the steadiest.</p>
</section>
<section>
<h2>Many roots, one cloud</h2>
<p>The map needs a matrix {math(symbol("A", "shape"))} with
{math(symbol("A", "shape"), "<msup><mi class='shape'>A</mi><mi>T</mi></msup>", op("="), _SIGMA)},
and there are many: choose another root, or turn the dial. Every dot goes elsewhere, while the
ellipses, and so the distribution, stay. Turning the noise first makes no difference to a cloud
that looks the same from all sides. Cholesky's root is the triangular one: the first coordinate
uses ε₁ only, which is what makes it cheap. (The eigenvectors of a circle are anybody's choice, so
that root jumps where σ₁ = σ₂ and ρ changes sign.)</p>
</section>
"""

DESCRIPTION = f"""{slot("n", 0)} grey points of standard noise around the origin, and their blue
images around the mean ({slot("mu1")}, {slot("mu2")}). Standard deviations are
{slot("sigma1")} across and {slot("sigma2")} up, the correlation is {slot("rho")}. The ellipses'
long axis is at {slot("angle", 0)} degrees, and they hold {slot("share1", "%")},
{slot("share2", "%")} and {slot("share3", "%")} of the points."""

CODE = """import numpy as np
from gaussians import Gaussian
from gaussians.kit.noise import draw_noise
from gaussians.kit.roots import ROOTS

law = Gaussian.from_scales([$mu1, $mu2], [$sigma1, $sigma2], $rho)
A = ROOTS["$root"].of(law.cholesky, law.cov, $turn)
noise = draw_noise($seed)[:$n]
points = Gaussian(A, law.mean).transform(noise)  # x = A ε + μ
print("mean", law.mean, "covariance", law.cov, sep="\\n")
print("largest error of A @ A.T − Σ:", np.abs(A @ A.T - law.cov).max())
"""
