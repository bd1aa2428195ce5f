"""A law that is not Gaussian, with all means, variances and covariances of one that is."""

import numpy as np

from gaussians.kit.lesson import Array


def bend(noise: Array, much: float = 0.9) -> Array:
    """Bend standard noise, shape (n, 2), into a banana; its mean and covariance stay 0 and I.

    The first coordinate stays as it is. With `much` at 0 so does the second one; at 1 it is a
    function of the first, a parabola.
    """
    first, second = noise.T
    bow = (first**2 - 1) / np.sqrt(2)  # of variance 1, and uncorrelated with the first
    return np.stack([first, much * bow + np.sqrt(1 - much * much) * second], axis=1)
