"""Lessons as pages: served by Panel, part of a page of Panel, or shown in a notebook."""

from gaussians.page.app import show
from gaussians.page.component import lesson

__all__ = ["lesson", "show"]
