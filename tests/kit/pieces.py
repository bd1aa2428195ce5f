"""A curve of several pieces, taken apart."""

import numpy as np


def pieces(curve: np.ndarray) -> list[np.ndarray]:
    """Split a curve where a point is NaN."""
    gaps = np.flatnonzero(np.isnan(curve).any(axis=1))
    return [piece[np.isfinite(piece).all(axis=1)] for piece in np.split(curve, gaps)]
