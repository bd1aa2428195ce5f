"""Lessons as pages: served by Panel, or shown in a notebook."""

from gaussians.page.app import show
from gaussians.page.notebook import lesson

__all__ = ["lesson", "show"]
