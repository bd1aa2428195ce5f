"""The Gaussian: an affine image of standard noise. Everything else follows from that."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from gaussians.core import conditioning, constructors, contour, density, noise, plane
from gaussians.core.accuracy import own_errors, own_sizes, pushed, settled, sizes_of
from gaussians.core.affine import AffineMap
from gaussians.core.checks import Array, checked, frozen, indices, instance, is_recorded
from gaussians.core.factors import lower_triangular, rounding, row_lengths
from gaussians.core.support import SUPPORT_TOLERANCE, Support, log_volume, support

Family: TypeAlias = Literal["spherical", "diagonal", "full"]
FAMILIES: tuple[Family, ...] = ("spherical", "diagonal", "full")


@dataclass(frozen=True, eq=False)
class Gaussian:
    """The law of x = A ε + t for standard noise ε: N(t, A Aᵀ).

    Any matrix A will do: wide, tall, of low rank, or zero, which makes all mass sit at t. Many
    matrices give one law; A also says which noise makes which point. Values are immutable.

    Parameters
    ----------
    factor
        A, shape (n, k) with n, k >= 0, in the units of x: a factor of the covariance.
    mean
        t, shape (n,).

    Raises
    ------
    ValueError
        If a shape does not fit, or a number is not finite.

    Notes
    -----
    What is computed is right to rounding for numbers of A that are 0 or from 1e-300 to 1e300 in
    size, and for distances up to 1e150. A covariance asks for more: its entries are squares, so in
    `cov` and `from_cov` the range of standard deviations is 1e-150 to 1e150. A density may leave
    the floats where `logpdf` does not.

    Examples
    --------
    >>> g = Gaussian([[2, 0], [1, 1]], [10, 20])
    >>> g.cov
    array([[4., 2.],
           [2., 2.]])
    >>> g.transform([[0, 0], [1, 0]])
    array([[10., 20.],
           [12., 21.]])
    """

    factor: Array
    mean: Array

    def __init__(self, factor: npt.ArrayLike, mean: npt.ArrayLike) -> None:
        checked_factor = checked("factor", factor, ("n", "k"))
        object.__setattr__(self, "factor", checked_factor)
        object.__setattr__(self, "mean", checked("mean", mean, (checked_factor.shape[0],)))

    standard = classmethod(constructors.standard)
    from_cov = classmethod(constructors.from_cov)
    from_scales = classmethod(constructors.from_scales)
    spherical = classmethod(constructors.spherical)
    diagonal = classmethod(constructors.diagonal)

    @property
    def dim(self) -> int:
        """Number n of coordinates of x."""
        return int(self.factor.shape[0])

    @property
    def noise_dim(self) -> int:
        """Number k of coordinates of ε."""
        return int(self.factor.shape[1])

    @cached_property
    def cov(self) -> Array:
        """Covariance Σ = A Aᵀ, shape (n, n)."""
        return frozen(self.factor @ self.factor.T)

    @cached_property
    def std(self) -> Array:
        """Standard deviations: the lengths of the rows of A, shape (n,)."""
        return frozen(row_lengths(self.factor))

    @cached_property
    def corr(self) -> Array:
        """Correlations, shape (n, n): the cosines between rows of A; NaN where std = 0."""
        with np.errstate(invalid="ignore"):
            direction = self.factor / self.std[:, None]
        return frozen(direction @ direction.T)

    @cached_property
    def axes(self) -> plane.Axes:
        """Half axes of the ellipse of one standard deviation, in two dimensions: `plane.Axes`.

        Raises
        ------
        ValueError
            If the Gaussian is not two-dimensional.

        Examples
        --------
        >>> found = Gaussian([[0, 1], [3, 0]], [0, 0]).axes
        >>> float(found.long), float(found.short), float(np.degrees(found.angle))
        (3.0, 1.0, 90.0)
        """
        return plane.axes_of(self.factor)

    @cached_property
    def cholesky(self) -> Array:
        """Lower triangular L with L Lᵀ = Σ and diagonal >= 0; a zero column for each lost rank."""
        return frozen(lower_triangular(self._busy_factor))

    @cached_property
    def rank(self) -> int:
        """Dimension of the support, read off A: Σ would square its rounding errors."""
        if is_recorded(self.factor) and self.dim <= 2:
            number: int = plane.rank(self.factor, self.std)
            return number
        return len(self._support.singular)

    @property
    def is_degenerate(self) -> bool:
        """Whether the support is less than the whole space, so that there is no density."""
        return self.rank < self.dim

    @property
    def family(self) -> Family:
        """Shape of the contours by Σ alone: spheres, ellipsoids along the axes, or tilted ones."""
        return FAMILIES[self.family_index]

    @cached_property
    def family_index(self) -> int:
        """Number of the `family`, which recorded numbers have too: 0, 1 or 2."""
        number: int = plane.family_index(self.std, self.corr)
        return number

    def push(self, through: AffineMap) -> "Gaussian":
        """Law of M x + s: an affine map of an affine image is one, N(M A, M t + s)."""
        instance("through", through, AffineMap)
        if through.matrix.shape[1] != self.dim:
            raise ValueError(
                f"`through` must take {self.dim} coordinates, "
                f"got a matrix of shape {through.matrix.shape}"
            )
        whole = through.after(AffineMap(self.factor, self.mean))
        own = own_sizes(self.factor, self.mean)
        errors = pushed(self._errors, own, through.matrix, through.shift)
        return Gaussian._computed(*settled(whole.matrix, whole.shift, errors))

    def marginal(self, index: int | Sequence[int]) -> "Gaussian":
        """Law of some coordinates, in the order asked for: the same rows of A and t."""
        kept = indices("index", index, self.dim)
        return Gaussian._computed(self.factor[kept], self.mean[kept], self._errors[:, kept])

    transform = noise.transform
    whiten = noise.whiten
    sample = noise.sample
    invertible = noise.invertible
    given = conditioning.given
    logpdf = density.logpdf
    pdf = density.pdf
    mahalanobis = density.mahalanobis
    logpdf_on_support = density.logpdf_on_support
    entropy = density.entropy
    contour = contour.contour

    @classmethod
    def _computed(cls, factor: Array, mean: Array, errors: Array) -> "Gaussian":
        """Build a law that was computed, with the rounding `errors` that it may have."""
        law = cls(factor, mean)
        law.__dict__["_errors"] = frozen(errors)
        return law

    @cached_property
    def _errors(self) -> Array:
        """Factors of the rounding errors of A and of t, shape (2, n, p)."""
        return frozen(own_errors(self.factor, self.mean))

    @cached_property
    def _sizes(self) -> Array:
        """How large the rounding errors of the rows of A and the entries of t are, shape (2, n)."""
        return frozen(sizes_of(self._errors))

    @cached_property
    def _slack(self) -> Array:
        """How far a number may be from an entry of t, shape (n,), and mean the same place."""
        relative, computed = SUPPORT_TOLERANCE * np.abs(self.mean), self._sizes[1]
        return frozen(np.asarray(relative + rounding(self.factor) * computed))

    @cached_property
    def _support(self) -> Support:
        return support(self.factor, self._sizes[0])

    @cached_property
    def _busy_factor(self) -> Array:
        """A factor (n, rank) of the same law, unless A itself ignores no noise."""
        if is_recorded(self.factor) or self.rank == self.noise_dim:
            return self.factor
        return self.factor @ self._support.right.T

    @cached_property
    def _solved(self) -> tuple[Array, Any] | None:
        """A⁻¹ and log |det A| where they have a closed form; NaN where recorded numbers do not."""
        if plane.is_small(self.factor) and (is_recorded(self.factor) or not self.is_degenerate):
            return plane.solved(self.factor, self.rank)
        return None

    @cached_property
    def _whitening(self) -> Array:
        """Displacement from the mean -> noise: A⁻¹, (n, n), or in the basis `right`, (rank, n)."""
        return self._solved[0] if self._solved else self._support.whitening.T

    @cached_property
    def _log_volume(self) -> Any:
        return self._solved[1] if self._solved else log_volume(self._busy_factor, self._support)
