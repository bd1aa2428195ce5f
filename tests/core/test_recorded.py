"""Whatever scenes do must work on recorded numbers, and give what it gives on floats."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from recorded import Recorded, record, reveal

from gaussians import (
    AffineMap,
    Gaussian,
    LinearGaussian,
    add_independent,
    concatenate,
    diffuse,
    score_from_noise,
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


def space(r: Wrap) -> Gaussian:
    return Gaussian(r(FACTOR3), r([0.5, -1.0, 2.0]))


def half(r: Wrap) -> Gaussian:
    """One row of floats and one of recorded numbers, as a scene with one slider makes them."""
    return Gaussian.from_scales([0, 1], [1, r(2.0)], 0.6)


def kernel(r: Wrap) -> LinearGaussian:
    return LinearGaussian(r([[1.0, 2.0]]), Gaussian(r([[0.5]]), r([0.1])))


def law(g: Gaussian) -> tuple[Any, ...]:
    return g.factor, g.mean, g.cov, g.std


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
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_recorded_numbers_give_what_floats_give(case: Callable[[Wrap], Any]) -> None:
    expected, found = case(np.array), case(record)
    if not isinstance(found, tuple):
        expected, found = (expected,), (found,)
    assert any(array.dtype == object for array in found) or case is CASES["marginal of constants"]
    for want, have in zip(expected, found, strict=True):
        assert have.shape == want.shape
        assert_allclose(reveal(have), want, rtol=1e-12, atol=1e-12)


def test_an_observed_coordinate_is_exact() -> None:
    found = space(record).given([0, 2], record([0.7, 0.1]))
    assert_array_equal(reveal(found.factor[[0, 2]]), np.zeros((2, 3)))
    assert_array_equal(reveal(found.mean[[0, 2]]), [0.7, 0.1])


@pytest.mark.parametrize(
    "ask",
    [
        float,
        bool,
        abs,
        lambda x: x == 1,
        lambda x: x < 1,
        lambda x: np.linalg.svd(np.array([[x]], object)),
    ],
)
def test_they_refuse_to_tell_their_value(ask: Callable[[Any], Any]) -> None:
    with pytest.raises(TypeError):
        ask(Recorded(1))


def test_shapes_are_checked_nevertheless() -> None:
    with pytest.raises(ValueError, match=r"`mean` must have shape \(2,\), got \(3,\)"):
        Gaussian(record(FACTOR2), record([1.0, 2.0, 3.0]))
    with pytest.raises(ValueError, match=r"`corr` must have shape \(3, 3\)"):
        Gaussian.from_scales([0, 0, 0], [1, 1, 1], record(0.5))


def test_recorded_input_is_copied_and_read_only() -> None:
    factor = record(FACTOR2)
    g = Gaussian(factor, [0, 0])
    factor[0, 0] = Recorded(100)
    assert_allclose(reveal(g.factor), FACTOR2)
    with pytest.raises(ValueError, match="read-only"):
        g.factor[0, 0] = 1
