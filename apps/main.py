"""The whole course, at /apps: `panel serve apps/`."""

from gaussians.page import show

show()
