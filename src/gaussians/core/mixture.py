"""Mixtures: choose a Gaussian at random, then draw from it. Not a sum, and not Gaussian."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
import numpy.typing as npt

from gaussians.core.checks import (
    Array,
    checked,
    each,
    frozen,
    generator,
    instance,
    is_recorded,
    leading_shape,
    points,
)
from gaussians.core.gaussian import Gaussian

WEIGHT_TOLERANCE = 1e-9


@dataclass(frozen=True, eq=False)
class Mixture:
    """The law of a draw from one of several Gaussians, chosen with probabilities `weights`.

    Its density is the weighted sum of theirs; the density of a sum of draws is another thing
    (see `add_independent`).

    Parameters
    ----------
    weights
        Probabilities, shape (m,), at least 0, with sum 1.
    components
        m Gaussians of one dimension n.

    Raises
    ------
    TypeError
        If a component is no Gaussian.
    ValueError
        If the weights are no probabilities, or numbers or dimensions do not fit.

    Examples
    --------
    >>> coin = Mixture([0.5, 0.5], [Gaussian([[1]], [-3]), Gaussian([[1]], [3])])
    >>> coin.mean, coin.cov
    (array([0.]), array([[10.]]))
    """

    weights: Array
    components: tuple[Gaussian, ...]

    def __init__(self, weights: npt.ArrayLike, components: Sequence[Gaussian]) -> None:
        instance("components", components, Iterable)
        object.__setattr__(self, "components", tuple(components))
        for component in self.components:
            instance("components", component, Gaussian)
        object.__setattr__(self, "weights", checked("weights", weights, (len(self.components),)))
        recorded = is_recorded(self.weights)
        if not recorded and _are_no_probabilities(self.weights):
            raise ValueError(f"`weights` must be at least 0 and sum to 1, got {self.weights}")
        dims = {g.dim for g in self.components}
        if len(dims) != 1:
            raise ValueError(f"`components` must share one dimension, got {sorted(dims)}")

    @property
    def dim(self) -> int:
        """Number n of coordinates."""
        return self.components[0].dim

    @property
    def mean(self) -> Array:
        """Weighted mean of the means, shape (n,)."""
        return frozen(self.weights @ self._means)

    @property
    def cov(self) -> Array:
        """Mean of the covariances plus covariance of the means, shape (n, n)."""
        offset = self._means - self.mean
        within = sum(w * g.cov for w, g in zip(self.weights, self.components, strict=True))
        return frozen(np.asarray(within + (self.weights * offset.T) @ offset))

    def logpdf(self, x: npt.ArrayLike) -> Array:
        """Log density at points of shape (..., n); finite far out, where the density underflows."""
        place = points("x", x, self.dim, gaps=True)
        numbers = (number for g in self.components for number in (g.factor, g.mean))
        recorded = is_recorded(place, self.weights, *numbers)
        shares = zip(self.weights, self.components, strict=True)
        terms = [np.log(w) + g.logpdf(place) for w, g in shares if recorded or w > 0]
        if recorded:
            summed: Array = reduce(_add_logs, terms)
            return summed
        return np.asarray(np.logaddexp.reduce(np.stack(terms), axis=0))[()]

    def pdf(self, x: npt.ArrayLike) -> Array:
        """Density at points of shape (..., n): the weighted sum of the components' densities."""
        density: Array = each(np.exp, self.logpdf(x))
        return density

    def sample(self, rng: np.random.Generator, size: int | tuple[int, ...] = ()) -> Array:
        """Draw points, shape (*size, n): for each a component first, then a draw from it."""
        shape = leading_shape(size)
        share = self.weights / self.weights.sum()
        choice = generator(rng).choice(len(share), shape, p=share)
        drawn = np.empty((*shape, self.dim))
        for i, component in enumerate(self.components):
            chosen = choice == i
            drawn[chosen] = component.sample(rng, int(chosen.sum()))
        return drawn

    @property
    def _means(self) -> Array:
        return np.stack([g.mean for g in self.components])


def _are_no_probabilities(weights: Array) -> bool:
    return bool((weights < 0).any() or abs(weights.sum() - 1) > WEIGHT_TOLERANCE)


def _add_logs(one: Any, other: Any) -> Any:
    """Return the logarithm of a sum, as numpy's logaddexp, of recorded numbers."""
    less = each(np.abs, one - other)
    return each(np.maximum, one, other) + each(np.log1p, each(np.exp, -less))
