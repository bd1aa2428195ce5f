"""Linear-Gaussian kernels: an output that is an affine function of the input, plus noise."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gaussians.core.affine import AffineMap
from gaussians.core.checks import Array, checked, instance
from gaussians.core.errors import OffSupportError
from gaussians.core.gaussian import Gaussian
from gaussians.core.joint import add_independent, concatenate


@dataclass(frozen=True, eq=False)
class LinearGaussian:
    """The conditional law y | x = M x + noise, with noise independent of x.

    Parameters
    ----------
    matrix
        M, shape (m, n).
    noise
        A Gaussian of dimension m; its mean is the constant term.

    Raises
    ------
    TypeError
        If `noise` is no Gaussian.
    ValueError
        If a shape does not fit, or a number is not finite.

    Examples
    --------
    Measure a plank of about 100 ± 3 cm with a rule that errs by 4 cm, and read 110:

    >>> plank = Gaussian([[3]], [100])
    >>> rule = LinearGaussian([[1]], Gaussian([[4]], [0]))
    >>> rule.chain(plank).std
    array([5.])
    >>> belief = rule.posterior(plank, [110])
    >>> belief.mean.round(2), belief.std.round(2)
    (array([103.6]), array([2.4]))
    """

    matrix: Array
    noise: Gaussian

    def __init__(self, matrix: npt.ArrayLike, noise: Gaussian) -> None:
        instance("noise", noise, Gaussian)
        object.__setattr__(self, "matrix", checked("matrix", matrix, (noise.dim, "n")))
        object.__setattr__(self, "noise", noise)

    def at(self, x: npt.ArrayLike) -> Gaussian:
        """Law of y for a known input `x`, shape (n,)."""
        known = checked("x", x, (self.matrix.shape[1],))
        return self.chain(Gaussian(np.zeros((len(known), 0)), known))

    def joint(self, prior: Gaussian) -> Gaussian:
        """Law of (x, y) when x has the law `prior`: push (x, noise) through [[I, 0], [M, I]]."""
        self._check(prior)
        m, n = self.matrix.shape
        both = np.block([[np.eye(n), np.zeros((n, m))], [self.matrix, np.eye(m)]])
        return concatenate(prior, self.noise).push(AffineMap(both, np.zeros(n + m)))

    def chain(self, prior: Gaussian) -> Gaussian:
        """Law of y when x has the law `prior`: M x and the noise are independent, so they add."""
        self._check(prior)
        shift = np.zeros(self.matrix.shape[0])
        return add_independent(prior.push(AffineMap(self.matrix, shift)), self.noise)

    def posterior(self, prior: Gaussian, y: npt.ArrayLike) -> Gaussian:
        """Law of x once `y`, shape (m,), is observed: condition the joint law (Bayes' rule)."""
        m, n = self.matrix.shape
        observed = range(n, n + m)
        seen = checked("y", y, (m,))
        try:
            return self.joint(prior).given(observed, seen).marginal(range(n))
        except OffSupportError:
            raise OffSupportError(f"`y` cannot occur, got {y!r}: no noise explains it") from None

    def _check(self, prior: Gaussian) -> None:
        instance("prior", prior, Gaussian)
        if prior.dim != self.matrix.shape[1]:
            raise ValueError(f"`prior` must have dimension {self.matrix.shape[1]}, got {prior.dim}")
