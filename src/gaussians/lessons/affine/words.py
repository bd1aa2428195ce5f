"""The words and equations of the affine lesson."""

from gaussians.kit.parts import Prediction
from gaussians.kit.words import (
    det,
    magnitude,
    math,
    matrix,
    norm,
    number,
    op,
    slot,
    square,
    symbol,
)

_X = symbol("x")
_S = symbol("s", "noise")
_T = symbol("t", "place")
_A = symbol("A", "shape")
_AAT = math(_A, "<msup><mi class='shape'>A</mi><mi>T</mi></msup>")
_NUMBERS_A = square("A", "shape")
_NUMBERS_S = square("S", "shape")
_NUMBERS_T = matrix((number("t1", "place", "2m"),), (number("t2", "place", "2m"),))
_PULLED = (
    f"<msup>{_A}<mrow><mo>−</mo><mn>1</mn></mrow></msup><mo>(</mo>{_X}<mo>−</mo>{_T}<mo>)</mo>"
)

S_PLANE = "s: the noise, before"
X_PLANE = """x: the same points, after
<span class="key shape thick">columns</span> <span class="key shape dotted">half axes</span>
<span class="key shape dashed">circle of s</span>"""

LEAD = f"""Two columns and a shift are all there is to it. Take the ends of the
<b class="shape">blue columns</b> of {math(_A)} or the <b class="place">orange point</b>
{math(_T)} and pull: every <b class="noise">grey point</b> s goes to
{math(_X, op("="), _A, _S, op("+"), _T)}, circles become ellipses, and the unit square becomes the
parallelogram between the columns."""

EQUATION = f"""
{math(_X, op("="), _NUMBERS_A, _S, op("+"), _NUMBERS_T, block=True)}
{math(symbol("Σ", "shape"), op("="), _A, "<msup><mi class='shape'>A</mi><mi>T</mi></msup>",
      op("="), _NUMBERS_S, block=True)}
"""  # fmt: skip


def _mass_row(radius: int) -> str:
    return f"""<tr><th scope="row">{radius}</th><td>{slot(f"mass{radius}", "%")}</td>
<td>{slot(f"share{radius}", "%")}</td><td>{slot(f"after{radius}", "%")}</td></tr>"""


_BACK = slot(
    "rank",
    "Nothing can be pulled back: A has no inverse."
    "|Nothing can be pulled back: A has no inverse, and many points s have this x."
    "|Drag s: x never leaves its ellipse, for inside means: pulled back, it is within the circle.",
)

PROOFS = f"""
<section>
<h2>How much does it stretch?</h2>
<dl>
<dt>{math(magnitude(det(_A)))}, from the entries</dt>
<dd>{slot("size", 4)}</dd>
<dt>parallelogram ÷ square, areas measured as drawn</dt>
<dd>{slot("area", 4)}</dd>
<dt>larger singular value of A = longer half axis of the 39&#160;% ellipse</dt>
<dd>{slot("long", 4)}</dd>
<dt>smaller one = shorter half axis</dt><dd>{slot("short", 4)}</dd>
</dl>
<p>The dotted half axes stand at right angles, the longer at {slot("angle", 0)}°. Their product is
the area ratio again: the ellipse is as many times its circle as the parallelogram is the square.
The sign of det A says whether the plane was turned over: this A
{slot("mirrored", "does not mirror|mirrors|flattens")} it.</p>
</section>
<section>
<h2>Which Gaussian is it?</h2>
<dl>
<dt>family, by {_AAT}</dt><dd><b>{slot("family", "spherical|diagonal|full")}</b></dd>
<dt>rank of A</dt><dd>{slot("rank", 0)} of 2</dd>
</dl>
<p>{
    slot(
        "rank",
        "All columns are zero: the whole cloud sits on one point."
        "|The columns are parallel, det A = 0: the cloud has collapsed to a line. Lost are the way "
        "back (many s have the same x), the area, and with it the density: no height would make "
        "a line’s volume 1."
        "|The columns span the plane: every x comes from exactly one s, and x has a density.",
    )
}</p>
<p>Look at {_AAT}, not at A. Spherical means that it is σ² times the identity, so a turned A counts;
diagonal, that the two entries off its diagonal are 0, however crooked A looks.</p>
</section>
<section>
<h2>What is inside stays inside</h2>
<table>
<thead><tr><th scope="col">radius</th><th scope="col">predicted</th>
<th scope="col">s in circle</th><th scope="col">x in ellipse</th></tr></thead>
<tbody>{"".join(map(_mass_row, (1, 2, 3)))}</tbody>
</table>
<p>Counted on the same {slot("n", 0)} points, before and after. No map of this kind lets a point
out. Without an inverse, points from outside land in the flattened ellipse as well, and the last
column stays empty.</p>
</section>
<section>
<h2>One point, there and back</h2>
<dl>
<dt>{math(norm(_S))}, the dashed circle's radius</dt><dd>{slot("level", 4)}</dd>
<dt>{math(norm(_PULLED))}, pulled back from x</dt><dd>{slot("pulled", 4)}</dd>
<dt>{math(norm(_X))}, which says nothing about it</dt><dd>{slot("length", 4)}</dd>
</dl>
<p>s = ({slot("s1")}, {slot("s2")}) goes to x = ({slot("x1")}, {slot("x2")}). {_BACK}</p>
</section>
"""

STORY = f"""
<section>
<h2>Lines stay lines</h2>
<p>The map is made of two steps that are easy to see. The columns of A say where the two unit
arrows go; every other point is so many steps along the one and so many along the other,
before and after. Then t moves everything by the same step. So straight lines stay straight,
parallel ones stay parallel, and midpoints stay midpoints: a grid goes in and a skewed grid comes
out.</p>
<p>Noise that looks the same from all sides goes in, and what comes out is, by definition, a
Gaussian: any Gaussian at all, for the right A and t.</p>
</section>
<section>
<h2>A tempting wrong reason</h2>
<p>Why do points inside a circle end up inside its ellipse? Not because A keeps short vectors
shorter than long ones; it does not. Choose <i>diagonal</i> and set t to 0: s = (1, 0) becomes
3 long, while s = (0, 2), twice as long before, becomes 1 long. The order by length is
lost, the order by {math(norm(_PULLED))} is kept, because pulling back gives s itself.</p>
</section>
"""

DESCRIPTION = f"""Left, {slot("n", 0)} grey points of noise with circles of radius 1, 2 and 3.
Right, their blue images: the columns of A are ({slot("A11")}, {slot("A21")}) and
({slot("A12")}, {slot("A22")}), the center t is ({slot("t1")}, {slot("t2")}). The unit square has
become a parallelogram of area {slot("size")}, the unit circle an ellipse with half axes
{slot("long")} and {slot("short")}; the family is {slot("family", "spherical|diagonal|full")},
the rank {slot("rank", 0)}. The tracked point ({slot("s1")}, {slot("s2")}) is at
({slot("x1")}, {slot("x2")})."""

PREDICTIONS = (
    Prediction(
        "What is the area of the parallelogram, from the four entries of A?",
        answer="size",
        tolerance=0.02,
        hides=("area",),
        hints={
            "det": "That is det A. It is negative, because A turns the plane over; an area has no "
            "sign.",
            "no_minus": "You added the two products. The second is taken away, whatever its sign.",
            "first_only": "That is the product of the diagonal entries alone. The product of the "
            "other two is taken away.",
            "squared": "That is its square, det Σ.",
        },
        formula=math(
            magnitude(det(_A)), op("="),
            magnitude("".join((
                symbol("A", "shape", "11"), symbol("A", "shape", "22"), op("−"),
                symbol("A", "shape", "12"), symbol("A", "shape", "21"),
            ))),
        ) + math(op("="), number("size")),
    ),
)  # fmt: skip

CODE = """import numpy as np
from gaussians import Gaussian
from gaussians.kit.noise import draw_noise

A = np.array([[$a11, $a12], [$a21, $a22]])
law = Gaussian(A, [$t1, $t2])
points = law.transform(draw_noise($seed)[:$n])  # x = A s + t
image = law.transform([$s1, $s2])
det = A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
print("det", det, "rank", law.rank, "family", law.family)
print("covariance", law.cov, "tracked point", image, sep="\\n")
"""
