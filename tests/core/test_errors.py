"""Wrong input of every kind: what is called, what it raises, what the message says."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import gaussians
from gaussians import (
    AffineMap,
    DegenerateGaussianError,
    Gaussian,
    LinearGaussian,
    Mixture,
    NoiseSchedule,
    NotPositiveSemidefiniteError,
    OffSupportError,
    add_independent,
    concatenate,
    diffuse,
    kl_divergence,
    mass_within,
    radius_of,
    reparameterized_gradient,
    score_from_noise,
    score_function_gradient,
    standard_normalizer,
)

ONE, TWO, THREE = Gaussian.standard(1), Gaussian.standard(2), Gaussian.standard(3)
POINT = Gaussian(np.zeros((2, 2)), [0, 0])
MAP = AffineMap(np.ones((2, 3)), [0, 0])
KERNEL = LinearGaussian(np.ones((1, 2)), ONE)
RNG = np.random.default_rng(0)
NAN, INF = float("nan"), float("inf")

WRONG: list[tuple[Callable[..., Any], tuple[Any, ...], type[Exception], str]] = [
    # AffineMap
    (AffineMap, ([1, 2], [0]), ValueError, r"`matrix` must have shape \(n, k\), got \(2,\)"),
    (AffineMap, (np.eye(2), [0]), ValueError, r"`shift` must have shape \(2,\), got \(1,\)"),
    (AffineMap, ([[NAN]], [0]), ValueError, "`matrix` must hold finite numbers, got NaN"),
    (AffineMap, ([[1]], [INF]), ValueError, "`shift` must hold finite numbers, got infinity"),
    (MAP, ([1, 2],), ValueError, r"`x` must have shape \(\.\.\., 3\), got \(2,\)"),
    (MAP, (1.0,), ValueError, r"`x` must have shape \(\.\.\., 3\), got \(\)"),
    (MAP.after, (MAP,), ValueError, r"`inner` must map to 3 .* shape \(2, 3\)"),
    # Gaussian
    (Gaussian, (5, [0]), ValueError, r"`factor` must have shape \(n, k\), got \(\)"),
    (Gaussian, (np.ones((2, 2, 2)), [0]), ValueError, r"`factor` .* got \(2, 2, 2\)"),
    (Gaussian, ([[1], [1, 2]], [0, 0]), ValueError, "`factor` must be a rectangular array"),
    (Gaussian, ([["a"]], [0]), ValueError, "`factor` must hold real numbers"),
    (Gaussian, ([[1j]], [0]), ValueError, "`factor` must hold real .*complex128"),
    (Gaussian, ([[INF]], [0]), ValueError, "`factor` .* got infinity"),
    (Gaussian, (np.eye(2), [0, 0, 0]), ValueError, r"`mean` .* \(2,\), got \(3,\)"),
    (Gaussian, (np.eye(2), 0), ValueError, r"`mean` .* \(2,\), got \(\)"),
    (Gaussian, (np.eye(2), [0, NAN]), ValueError, "`mean` .* got NaN"),
    (Gaussian.standard, (-1,), ValueError, "`dim` must be an integer of at least 0, got -1"),
    (Gaussian.standard, (1.5,), ValueError, "`dim` must be an integer .*got 1.5"),
    (Gaussian.standard, (True,), ValueError, "`dim` must be an integer .*got True"),
    # from_cov
    (Gaussian.from_cov, (0, [[1]]), ValueError, r"`mean` .* \(n,\), got \(\)"),
    (Gaussian.from_cov, ([0], np.eye(2)), ValueError, r"`cov` .* \(1, 1\), got \(2, 2\)"),
    (Gaussian.from_cov, ([0, 0], np.ones((2, 3))), ValueError, r"`cov` .* got \(2, 3\)"),
    (Gaussian.from_cov, ([0], [[NAN]]), ValueError, "`cov` .* got NaN"),
    (
        Gaussian.from_cov,
        ([0, 0], [[1, 0.2], [0.3, 1]]),
        ValueError,
        r"`cov` must be symmetric, got 0\.2 at \[0, 1\] and 0\.3 at \[1, 0\]",
    ),
    (
        Gaussian.from_cov,  # the larger gap, of 1, is rounding error in its units
        ([0, 0, 0], [[1e20, 1e15, 0], [1e15 + 1, 1e20, 0], [0, 1e-2, 1e-20]]),
        ValueError,
        r"`cov` must be symmetric, got 0\.0 at \[1, 2\] and 0\.01 at \[2, 1\]",
    ),
    (
        Gaussian.from_cov,
        ([0, 0], [[1, 2], [2, 1]]),
        NotPositiveSemidefiniteError,
        "`cov` must have no negative eigenvalue, got smallest eigenvalue -1$",
    ),
    (Gaussian.from_cov, ([0], [[-4]]), NotPositiveSemidefiniteError, "`cov` .* eigenvalue -4$"),
    # from_scales, spherical, diagonal
    (Gaussian.from_scales, ([0, 0], [1], 0), ValueError, r"`scales` .* \(2,\), got \(1,\)"),
    (Gaussian.from_scales, ([0, 0], [1, -2]), ValueError, r"`scales` .* negative, got -2\.0"),
    (Gaussian.from_scales, ([0, 0], [1, INF]), ValueError, "`scales` .* got infinity"),
    (Gaussian.from_scales, ([0, 0], [1, 2], 1.5), ValueError, r"`corr` .* \[-1, 1\], got 1\.5"),
    (Gaussian.from_scales, ([0, 0], [1, 2], -2), ValueError, r"`corr` .* \[-1, 1\], got -2\.0"),
    (Gaussian.from_scales, ([0, 0], [1, 2], NAN), ValueError, "`corr` .* got NaN"),
    (Gaussian.from_scales, ([0] * 3, [1] * 3, 0.5), ValueError, r"`corr` .* shape \(3, 3\)"),
    (Gaussian.from_scales, ([0], [1], 0.5), ValueError, r"`corr` .* shape \(1, 1\)"),
    (Gaussian.from_scales, ([0, 0], [1, 1], [0.5]), ValueError, r"`corr` .* got \(1,\)"),
    (
        Gaussian.from_scales,
        ([0, 0], [1, 1], [[1, 0.2], [0.1, 1]]),
        ValueError,
        r"`corr` must be symmetric, got 0\.2",
    ),
    (
        Gaussian.from_scales,
        ([0, 0], [1, 1], [[2, 0], [0, 1]]),
        ValueError,
        r"`corr` must have a diagonal of ones, got \[2\. 1\.\]",
    ),
    (
        Gaussian.from_scales,
        ([0, 0], [1, 1], [[1, 3], [3, 1]]),
        ValueError,
        r"`corr` must be in \[-1, 1\], got 3\.0",
    ),
    (
        Gaussian.from_scales,
        ([0] * 3, [1] * 3, [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]),
        NotPositiveSemidefiniteError,
        r"`corr` .* smallest eigenvalue -0\.8$",
    ),
    (Gaussian.spherical, ([0, 0], -1), ValueError, r"`sigma` must not be negative, got -1\.0"),
    (Gaussian.spherical, ([0, 0], [1, 2]), ValueError, r"`sigma` .* \(\), got \(2,\)"),
    (Gaussian.spherical, ([0, 0], NAN), ValueError, "`sigma` .* got NaN"),
    (Gaussian.diagonal, ([0, 0], [1, -1]), ValueError, r"`scales` .* negative, got -1\.0"),
    (Gaussian.diagonal, ([0, 0], 1), ValueError, r"`scales` .* \(2,\), got \(\)"),
    # points
    (TWO.transform, ([1, 2, 3],), ValueError, r"`eps` .* \(\.\.\., 2\), got \(3,\)"),
    (TWO.transform, ([1, INF],), ValueError, "`eps` .* got infinity"),
    (TWO.transform, ([NAN, INF],), ValueError, "`eps` .* got infinity"),
    (TWO.whiten, ([[1], [2]],), ValueError, r"`x` .* \(\.\.\., 2\), got \(2, 1\)"),
    (POINT.whiten, ([1, 2],), OffSupportError, "`x` must lie on the support.* dimension 0 in 2"),
    (TWO.logpdf, ([1, 2, 3],), ValueError, r"`x` .* \(\.\.\., 2\), got \(3,\)"),
    (ONE.logpdf, (0.0,), ValueError, r"`x` .* \(\.\.\., 1\), got \(\)"),
    (TWO.pdf, ([1, INF],), ValueError, "`x` .* got infinity"),
    (TWO.mahalanobis, ([NAN, 1],), ValueError, "`x` .* got NaN"),
    (TWO.logpdf_on_support, ([1],), ValueError, r"`x` .* got \(1,\)"),
    (POINT.logpdf, ([0, 0],), DegenerateGaussianError, "rank 0 in 2 .*`logpdf_on_support`"),
    (POINT.invertible, (), DegenerateGaussianError, "rank 0 in 2 dimensions"),
    (TWO.sample, (0,), TypeError, r"`rng` must be a numpy\.random\.Generator, got int"),
    (TWO.sample, (np.random,), TypeError, "`rng` .* got module"),
    (TWO.sample, (RNG, -1), ValueError, "`size` must be an integer of at least 0, got -1"),
    (TWO.sample, (RNG, 2.0), ValueError, "`size` .* got 2.0"),
    (TWO.sample, (RNG, (2, True)), ValueError, "`size` .* got True"),
    (TWO.sample, (RNG, [2, 3]), ValueError, r"`size` .* got \[2, 3\]"),
    # maps and coordinates
    (TWO.push, (MAP,), ValueError, r"`through` must take 2 coordinates, got .* \(2, 3\)"),
    (TWO.marginal, (2,), ValueError, "`index` .* 2-dimensional Gaussian, got 2"),
    (TWO.marginal, (-3,), ValueError, "`index` .* 2-dimensional Gaussian, got -3"),
    (TWO.marginal, ([0, 0],), ValueError, r"`index` must not repeat .* \[0, 0\]"),
    (TWO.marginal, ([0, -2],), ValueError, r"`index` must not repeat .* \[0, -2\]"),
    (TWO.marginal, (0.0,), ValueError, "`index` must be an integer or .*got 0.0"),
    (TWO.marginal, ("0",), ValueError, "`index` must be an integer or .*got '0'"),
    (TWO.marginal, ([True, False],), ValueError, "`index` must be an integer or"),
    (TWO.marginal, (np.array([True, False]),), ValueError, "`index` must be an integer or"),
    (TWO.marginal, ([[0, 1]],), ValueError, "`index` must be an integer or"),
    (TWO.marginal, (slice(1),), ValueError, "`index` must be an integer or"),
    (TWO.given, (2, 0), ValueError, "`index` .* got 2"),
    (TWO.given, ([0, 0], [1, 1]), ValueError, "`index` must not repeat"),
    (TWO.given, (0, [1]), ValueError, r"`value` must have shape \(\), got \(1,\)"),
    (TWO.given, ([0], 1), ValueError, r"`value` must have shape \(1,\), got \(\)"),
    (TWO.given, ([0, 1], [1]), ValueError, r"`value` must have shape \(2,\), got \(1,\)"),
    (TWO.given, (0, NAN), ValueError, "`value` .* got NaN"),
    (POINT.given, (1, 3), OffSupportError, r"`value` cannot occur at coordinates \[1\]: got 3"),
    (THREE.contour, (), ValueError, "Gaussian in 2 dimensions, got 3"),
    (TWO.contour, (-1,), ValueError, "`radius` must be at least 0, got -1"),
    (TWO.contour, (INF,), ValueError, "`radius` .* got infinity"),
    (lambda: TWO.contour(points=1), (), ValueError, "`points` .* at least 2, got 1"),
    (lambda: TWO.contour(points=9.0), (), ValueError, "`points` .* got 9.0"),  # type: ignore[arg-type]
    # several Gaussians
    (add_independent, (), ValueError, r"`gaussians` must share one dimension, got \[\]"),
    (add_independent, (ONE, TWO), ValueError, r"`gaussians` .* one dimension, got \[1, 2\]"),
    (kl_divergence, (ONE, TWO), ValueError, "`p` and `q` .* one dimension, got 1 and 2"),
    (LinearGaussian, (np.ones((2, 2)), ONE), ValueError, r"`matrix` .* \(1, n\), got \(2, 2\)"),
    (LinearGaussian, ([[NAN]], ONE), ValueError, "`matrix` .* got NaN"),
    (KERNEL.at, ([1],), ValueError, r"`x` .* \(2,\), got \(1,\)"),
    (KERNEL.joint, (ONE,), ValueError, "`prior` must have dimension 2, got 1"),
    (KERNEL.chain, (THREE,), ValueError, "`prior` must have dimension 2, got 3"),
    (KERNEL.posterior, (ONE, [1]), ValueError, "`prior` must have dimension 2, got 1"),
    (KERNEL.posterior, (TWO, 1), ValueError, r"`y` .* \(1,\), got \(\)"),
    (
        LinearGaussian([[1, 0]], Gaussian([[0]], [0])).posterior,
        (POINT, [1]),
        OffSupportError,
        r"`y` cannot occur, got \[1\]",
    ),
    (kl_divergence, (1, TWO), TypeError, "`p` must be of type Gaussian, got int"),
    (kl_divergence, (TWO, None), TypeError, "`q` must be of type Gaussian, got NoneType"),
    (add_independent, (ONE, 1), TypeError, "`gaussians` must be of type Gaussian, got int"),
    (concatenate, (ONE, [1]), TypeError, "`gaussians` must be of type Gaussian, got list"),
    (LinearGaussian, ([[1]], 4), TypeError, "`noise` must be of type Gaussian, got int"),
    (KERNEL.joint, ([1, 2],), TypeError, "`prior` must be of type Gaussian, got list"),
    (KERNEL.chain, (1,), TypeError, "`prior` must be of type Gaussian, got int"),
    (KERNEL.posterior, (1, [1]), TypeError, "`prior` must be of type Gaussian, got int"),
    (TWO.push, ([[1, 0]],), TypeError, "`through` must be of type AffineMap, got list"),
    (MAP.after, (TWO,), TypeError, "`inner` must be of type AffineMap, got Gaussian"),
    # Mixture
    (Mixture, ([1], [3]), TypeError, "`components` must be of type Gaussian, got int"),
    (Mixture, ([1], ONE), TypeError, "`components` must be of type Iterable, got Gaussian"),
    (Mixture, ([1], [ONE, ONE]), ValueError, r"`weights` .* \(2,\), got \(1,\)"),
    (Mixture, ([0.5, 0.6], [ONE, ONE]), ValueError, r"`weights` .* sum to 1, got \[0\.5 0\.6\]"),
    (Mixture, ([1.5, -0.5], [ONE, ONE]), ValueError, r"`weights` .* at least 0"),
    (Mixture, ([], []), ValueError, "`weights` .* sum to 1"),
    (Mixture, ([0.5, 0.5], [ONE, TWO]), ValueError, r"`components` .* got \[1, 2\]"),
    (Mixture([1], [POINT]).logpdf, ([0, 0],), DegenerateGaussianError, "rank 0 in 2"),
    (Mixture([1], [TWO]).pdf, ([0],), ValueError, r"`x` .* \(\.\.\., 2\), got \(1,\)"),
    (Mixture([1], [TWO]).sample, (1,), TypeError, "`rng` .* got int"),
    (Mixture([1], [TWO]).sample, (RNG, -1), ValueError, "`size` .* got -1"),
    # gradients
    (reparameterized_gradient, (1, abs, [1]), TypeError, "`gaussian` .* Gaussian, got int"),
    (reparameterized_gradient, (ONE, 1, [1]), TypeError, "`gradient` .* Callable, got int"),
    (score_function_gradient, (1, abs, [1]), TypeError, "`gaussian` .* Gaussian, got int"),
    (score_function_gradient, (ONE, 1, [1]), TypeError, "`f` .* Callable, got int"),
    (
        reparameterized_gradient,
        (TWO, lambda x: x, [1, 2, 3]),
        ValueError,
        r"`eps` .* \(\.\.\., 2\), got \(3,\)",
    ),
    (
        reparameterized_gradient,
        (TWO, lambda x: x[:1], np.ones((3, 2))),
        ValueError,
        r"`gradient\(x\)` must have shape \(3, 2\), got \(1, 2\)",
    ),
    (
        reparameterized_gradient,
        (TWO, lambda x: x * NAN, [1, 2]),
        ValueError,
        r"`gradient\(x\)` .* got NaN",
    ),
    (
        score_function_gradient,
        (TWO, lambda x: x, np.ones((3, 2))),
        ValueError,
        r"`f\(x\)` must have shape \(3,\), got \(3, 2\)",
    ),
    (score_function_gradient, (TWO, lambda x: "x", [1, 2]), ValueError, r"`f\(x\)` .* real"),
    (mass_within, (10**400, 1), ValueError, "`radius` must be a number, got 1000"),
    (
        score_function_gradient,
        (TWO, lambda x: x[..., 0] * INF, np.ones((3, 2))),
        ValueError,
        r"`f\(x\)` .* got infinity",
    ),
    (
        score_function_gradient,
        (POINT, lambda x: x[..., 0], [1, 2]),
        DegenerateGaussianError,
        "rank 0 in 2 .*no score.*`reparameterized_gradient`",
    ),
    # diffusion
    (NoiseSchedule, (0.5,), ValueError, r"`beta` .* \(T,\), got \(\)"),
    (NoiseSchedule, ([0.5, 1.5],), ValueError, r"`beta` must be in \[0, 1\], got 0\.5 to 1\.5"),
    (NoiseSchedule, ([-0.1],), ValueError, r"`beta` must be in \[0, 1\]"),
    (NoiseSchedule.linear, (0,), ValueError, "`steps` must be an integer of at least 1, got 0"),
    (NoiseSchedule.linear, (2.5,), ValueError, "`steps` .* got 2.5"),
    (NoiseSchedule.linear, (3, 0.1, 2.0), ValueError, r"`beta` .* got 0\.1 to 2\.0"),
    (NoiseSchedule.linear, (3, "a"), ValueError, "`first` must hold real numbers"),
    (NoiseSchedule.linear, (3, 0.1, NAN), ValueError, "`last` .* got NaN"),
    (NoiseSchedule.cosine, (0,), ValueError, "`steps` .* got 0"),
    (NoiseSchedule.cosine, (3, -1), ValueError, "`offset` must be at least 0, got -1"),
    (NoiseSchedule.cosine, (3, NAN), ValueError, "`offset` .* got NaN"),
    (diffuse, ([1], [1], 1.1), ValueError, r"`alpha_bar` must be in \[0, 1\]"),
    (diffuse, ([1], [1], NAN), ValueError, "`alpha_bar` .* got NaN"),
    (diffuse, ([NAN], [1], 0.5), ValueError, "`x0` .* got NaN"),
    (diffuse, ([1], [INF], 0.5), ValueError, "`eps` .* got infinity"),
    (
        diffuse,
        ([1, 2, 3], [1, 2], 0.5),
        ValueError,
        r"`x0`, `eps`, `alpha_bar` .* broadcast, got \[\(3,\), \(2,\), \(\)\]",
    ),
    (score_from_noise, ([1], 1), ValueError, "`alpha_bar` must be less than 1"),
    (score_from_noise, ([1], -0.1), ValueError, r"`alpha_bar` must be in \[0, 1\]"),
    (score_from_noise, ([1, 2], [0.1] * 3), ValueError, r"`eps`, `alpha_bar` .* broadcast"),
    # the standard Gaussian
    (standard_normalizer, (-1,), ValueError, "`dim` .* at least 0, got -1"),
    (standard_normalizer, (1.0,), ValueError, "`dim` .* got 1.0"),
    (standard_normalizer, (773,), ValueError, "`dim` must be at most 772.* got 773"),
    (standard_normalizer, (10**6,), ValueError, "`dim` must be at most 772"),
    (mass_within, (-1, 2), ValueError, "`radius` must be at least 0, got -1"),
    (mass_within, (NAN, 2), ValueError, "`radius` must be at least 0, got nan"),
    (mass_within, ("wide", 2), ValueError, "`radius` must be a number, got 'wide'"),
    (radius_of, (None, 2), ValueError, "`mass` must be a number, got None"),
    (mass_within, (1, -2), ValueError, "`dim` .* at least 0, got -2"),
    (mass_within, (1, 2.0), ValueError, "`dim` .* got 2.0"),
    (mass_within, (1, True), ValueError, "`dim` .* got True"),
    (radius_of, (-0.1, 2), ValueError, r"`mass` must be in \[0, 1\], got -0\.1"),
    (radius_of, (1.1, 2), ValueError, r"`mass` must be in \[0, 1\], got 1\.1"),
    (radius_of, (NAN, 2), ValueError, r"`mass` must be in \[0, 1\], got nan"),
    (radius_of, (0.5, 0), ValueError, "`dim` .* at least 1, got 0"),
]


@pytest.mark.parametrize(("call", "arguments", "error", "message"), WRONG)
def test_wrong_input_is_refused_by_name(
    call: Callable[..., Any], arguments: tuple[Any, ...], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message) as caught:
        call(*arguments)
    assert type(caught.value) is error


def test_all_errors_about_values_are_value_errors() -> None:
    for name in gaussians.__all__:
        if name.endswith("Error"):
            assert issubclass(getattr(gaussians, name), ValueError)
