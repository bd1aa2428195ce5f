"""Gaussians as affine images of standard noise: the core's public names.

The lessons that draw them in a browser live in `gaussians.lessons`, `gaussians.stage` and
`gaussians.page`; importing this package needs numpy only.
"""

from gaussians.core import *  # noqa: F403
from gaussians.core import __all__ as __all__
