"""One lesson alone: `panel serve apps/*.py --index main`."""

from gaussians.page import show

show("diffusion")
