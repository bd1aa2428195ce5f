"""Everything that scenes ask of the core, as functions of how numbers are wrapped."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.testing import assert_allclose

from gaussians import (
    AffineMap,
    Gaussian,
    LinearGaussian,
    Mixture,
    NoiseSchedule,
    add_independent,
    concatenate,
    diffuse,
    mass_within,
    reparameterized_gradient,
    score_from_noise,
    score_function_gradient,
    standard_cdf,
)

Wrap = Callable[[Any], Any]

FACTOR2 = [[1.5, 0.3], [-0.7, 0.9]]
FACTOR3 = [[1.5, 0.3, 0.1], [-0.7, 0.9, 0.4], [0.2, -0.5, 1.1]]
WIDE = [[1.0, 0.5, -0.2], [0.3, 0.8, 0.7]]
COV2 = [[2.0, 0.6], [0.6, 1.0]]
COV3 = [[2.0, 0.6, -0.3], [0.6, 1.0, 0.2], [-0.3, 0.2, 1.5]]
CORR3 = [[1.0, 0.5, -0.2], [0.5, 1.0, 0.3], [-0.2, 0.3, 1.0]]
EPS = np.random.default_rng(0).standard_normal((4, 2))


def plane(r: Wrap) -> Gaussian:
    return Gaussian(r(FACTOR2), r([0.5, -1.0]))


def flat(r: Wrap) -> Gaussian:
    return Gaussian(r([[1.0, 2.0], [2.0, 4.0]]), r([0.5, -1.0]))


def space(r: Wrap) -> Gaussian:
    return Gaussian(r(FACTOR3), r([0.5, -1.0, 2.0]))


def half(r: Wrap) -> Gaussian:
    """One row of floats and one of recorded numbers, as a scene with one slider makes them."""
    return Gaussian.from_scales([0, 1], [1, r(2.0)], 0.6)


def kernel(r: Wrap) -> LinearGaussian:
    return LinearGaussian(r([[1.0, 2.0]]), Gaussian(r([[0.5]]), r([0.1])))


PARTS = [Gaussian(FACTOR2, [k, -k]) for k in (0.0, 1.0, -3.0)]


def coin(r: Wrap) -> Mixture:
    return Mixture([0.5, 0.5], [Gaussian(r([[2.0]]), r([1.0])), Gaussian([[1.0]], r([-3.0]))])


def product(x: Any) -> Any:
    return x[..., 0] * x[..., 1]


def law(g: Gaussian) -> tuple[Any, ...]:
    return g.factor, g.mean, g.cov, g.std


def compare(expected: Any, found: Any, reveal: Callable[[Any], Any]) -> None:
    """Assert that recorded numbers are the expected ones, one or several arrays."""
    if not isinstance(found, tuple):
        expected, found = (expected,), (found,)
    for want, have in zip(expected, found, strict=True):
        values = reveal(have)
        assert values.shape == np.shape(want)
        assert_allclose(values, want, rtol=1e-12, atol=1e-12)


def decisions(g: Gaussian) -> tuple[Any, ...]:
    return g.rank, g.is_degenerate, g.family_index, *g.axes, g.axes.columns


CASES: dict[str, Callable[[Wrap], Any]] = {
    "moments": lambda r: (*law(plane(r)), plane(r).corr),
    "moments, wide": lambda r: law(Gaussian(r(WIDE), [0, 0])),
    "moments, half recorded": lambda r: (*law(half(r)), half(r).corr),
    "only the mean recorded": lambda r: law(Gaussian(FACTOR2, r([1.0, 2.0]))),
    "push": lambda r: law(plane(r).push(AffineMap([[1, 2], [3, 4]], r([1.0, 2.0])))),
    "push, recorded map": lambda r: law(Gaussian.standard(2).push(AffineMap(r(FACTOR2), [0, 0]))),
    "map, recorded points": lambda r: AffineMap(FACTOR2, [1, 2])(r([[1.0, 2.0], [3.0, 4.0]])),
    "after": lambda r: AffineMap(r(FACTOR2), [1, 2]).after(AffineMap(FACTOR2, [1, 0])).matrix,
    "transform": lambda r: plane(r).transform(EPS),
    "transform one": lambda r: plane(r).transform([0.3, -0.4]),
    "transform recorded noise": lambda r: Gaussian(FACTOR2, [1, 2]).transform(r(EPS)),
    "transform, recorded mean": lambda r: Gaussian(FACTOR2, r([1.0, 2.0])).transform(EPS),
    "marginal": lambda r: law(space(r).marginal([2, 0])),
    "marginal of constants": lambda r: law(half(r).marginal(0)),
    "concatenate": lambda r: law(concatenate(plane(r), Gaussian.standard(1), space(r))),
    "concatenate, recorded mean": lambda r: law(
        concatenate(Gaussian.standard(1), Gaussian([[1]], r([2.0])))
    ),
    "add_independent": lambda r: law(add_independent(plane(r), Gaussian.standard(2), plane(r))),
    "chain": lambda r: law(kernel(r).chain(plane(r))),
    "chain, float prior": lambda r: law(kernel(r).chain(Gaussian.standard(2))),
    "at": lambda r: law(kernel(r).at(r([1.0, 2.0]))),
    "joint": lambda r: law(kernel(r).joint(plane(r))),
    "posterior": lambda r: law(kernel(r).posterior(plane(r), r([0.7])))[1:],
    "from_scales": lambda r: law(Gaussian.from_scales(r([0.0, 1.0]), r([1.0, 2.0]), r(0.6))),
    "from_scales, only rho": lambda r: law(Gaussian.from_scales([0, 1], [1, 2], r(0.6))),
    "from_scales, only scales": lambda r: law(Gaussian.from_scales([0, 1], r([1.0, 2.0]), 0.6)),
    "from_scales, no rho": lambda r: law(Gaussian.from_scales([0, 1, 2], r([1.0, 2.0, 3.0]))),
    "from_scales 2x2": lambda r: law(
        Gaussian.from_scales([0, 1], [1, 2], [[1, r(0.6)], [r(0.6), 1]])
    ),
    "from_scales 3x3": lambda r: law(Gaussian.from_scales([0] * 3, r([1.0, 2.0, 3.0]), r(CORR3))),
    "from_scales 3x3, float corr": lambda r: law(
        Gaussian.from_scales([0] * 3, r([1.0, 2.0, 3.0]), CORR3)
    ),
    "spherical": lambda r: law(Gaussian.spherical(r([1.0, 2.0]), r(0.5))),
    "spherical, only sigma": lambda r: law(Gaussian.spherical([1, 2], r(0.5))),
    "diagonal": lambda r: law(Gaussian.diagonal([1, 2, 3], r([0.5, 1.0, 2.0]))),
    "diagonal, one of two": lambda r: law(Gaussian.diagonal([1, 2], [1.0, r(2.0)])),
    "given": lambda r: law(plane(r).given(0, r(0.7)).marginal(1))[1:],
    "given, float value": lambda r: law(plane(r).given(0, 0.7).marginal(1))[1:],
    "given, only the value": lambda r: law(Gaussian(FACTOR2, [1, 2]).given(1, r(0.7)).marginal(0))[
        1:
    ],
    "given, in place": lambda r: law(space(r).given([1], r([0.7])))[1:],
    "given two": lambda r: law(space(r).given([2, 0], r([0.7, 0.1])).marginal(1))[1:],
    "cholesky 1x1": lambda r: Gaussian(r([[-2.0]]), [0]).cholesky,
    "cholesky 2x2": lambda r: plane(r).cholesky,
    "cholesky 2x2, half recorded": lambda r: half(r).cholesky,
    "cholesky 2x3": lambda r: Gaussian(r(WIDE), [0, 0]).cholesky,
    "cholesky 3x3": lambda r: space(r).cholesky,
    "from_cov 2x2": lambda r: Gaussian.from_cov(r([0.0, 1.0]), r(COV2)).factor,
    "from_cov 3x3": lambda r: Gaussian.from_cov([0, 1, 2], r(COV3)).factor,
    "from_cov, one entry": lambda r: Gaussian.from_cov([0, 1], [[2, r(0.6)], [r(0.6), 1]]).factor,
    "contour": lambda r: half(r).contour(2, points=9),
    "diffuse": lambda r: diffuse(r([1.0, 2.0]), r([0.5, -0.5]), r(0.64)),
    "diffuse, only alpha_bar": lambda r: diffuse(EPS, -EPS, r(0.64)),
    "diffuse, only the data": lambda r: diffuse(r([1.0, 2.0]), EPS, 0.64),
    "diffuse, half recorded": lambda r: diffuse(EPS[:2], EPS[2:], [r(0.64), 0.5]),
    "score_from_noise": lambda r: score_from_noise(r([1.0, 2.0]), r(0.64)),
    "score_from_noise, recorded noise": lambda r: score_from_noise(r([1.0, 2.0]), 0.64),
    "alpha_bar": lambda r: NoiseSchedule(r([0.1, 0.2, 0.3])).alpha_bar,
    "decisions": lambda r: decisions(plane(r)),
    "decisions, flat": lambda r: decisions(flat(r)),
    "decisions, wide": lambda r: decisions(Gaussian(r(WIDE), [0, 0])),
    "decisions, tall": lambda r: decisions(Gaussian(r([[3.0], [4.0]]), [0, 0])),
    "decisions, half recorded": lambda r: decisions(half(r)),
    "rank 1x1": lambda r: Gaussian(r([[2.0]]), [0]).rank,
    "rank 1x3": lambda r: Gaussian(r([[2.0, 0.0, 1.0]]), [0]).rank,
    "rank of nothing": lambda r: Gaussian(r([[0.0, 0.0]]), [0]).rank,
    "family 3x3": lambda r: space(r).family_index,
    "cholesky, flat": lambda r: flat(r).cholesky,
    "cholesky, a constant": lambda r: Gaussian(r([[0.0, 0.0], [2.0, 4.0]]), [0, 0]).cholesky,
    "whiten": lambda r: plane(r).whiten(EPS),
    "whiten 1x1": lambda r: Gaussian(r([[2.0]]), r([1.0])).whiten([[4.0], [5.0]]),
    "whiten a recorded point": lambda r: Gaussian(FACTOR2, [1, 2]).whiten(r([0.3, 2.0])),
    "whiten, flat": lambda r: flat(r).whiten(EPS, degenerate="nan"),
    "logpdf": lambda r: plane(r).logpdf(EPS),
    "logpdf, one point": lambda r: plane(r).logpdf(r([0.3, -0.4])),
    "logpdf 1x1": lambda r: Gaussian(r([[-2.0]]), r([1.0])).logpdf([[4.0], [5.0]]),
    "logpdf, recorded mean": lambda r: Gaussian(FACTOR2, r([1.0, 2.0])).logpdf(EPS),
    "logpdf, wide, recorded mean": lambda r: Gaussian(WIDE, r([1.0, 2.0])).logpdf(EPS),
    "pdf": lambda r: plane(r).pdf(EPS),
    "pdf, flat": lambda r: flat(r).pdf(EPS, degenerate="nan"),
    "cumulative": lambda r: standard_cdf(r([[-3.0, 0.0], [0.7, 9.0]])),
    "cumulative of one": lambda r: standard_cdf(r(1.3)),
    "mixture": lambda r: (coin(r).mean, coin(r).cov),
    "mixture, density": lambda r: coin(r).pdf([[-40.0], [0.3], [4.0]]),
    "mixture, log density": lambda r: coin(r).logpdf([[-40.0], [0.3], [4.0]]),
    "mixture, density at a recorded point": lambda r: coin(np.array).pdf(r([0.3])),
    "mixture, recorded weights": lambda r: Mixture(r([0.2, 0.5, 0.3]), PARTS).logpdf(EPS),
    "pathwise gradients": lambda r: reparameterized_gradient(plane(r), lambda x: 2 * x, EPS),
    "pathwise gradients, recorded noise": lambda r: reparameterized_gradient(
        plane(np.array), lambda x: x * x, r(EPS)
    ),
    "score-function gradients": lambda r: score_function_gradient(plane(r), product, EPS),
    "score-function gradients 1x1": lambda r: score_function_gradient(
        Gaussian(r([[-2.0]]), r([1.0])), lambda x: x[..., 0] ** 2, r([0.3])
    ),
    "score-function gradients, recorded noise": lambda r: score_function_gradient(
        Gaussian(WIDE, r([1.0, 2.0])), product, r([0.3, 0.5, -0.4])
    ),
    "mass on a line": lambda r: mass_within(r(1.3), 1),
    "mass in the plane": lambda r: mass_within(r(1.3), 2),
    "mass in space": lambda r: mass_within(r(1.3), 3),
    "mass in 6 dimensions": lambda r: mass_within(r(1.3), 6),
    "mass in 7 dimensions": lambda r: mass_within(r(5.0), 7),
    "mass of no coordinates": lambda r: mass_within(r(1.3), 0),
}
