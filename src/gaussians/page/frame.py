"""A frame with a lesson's page, for a page that somebody else makes."""

from html import escape

from gaussians.page.address import STATIC_KEYS

HEIGHT = 1500  # pixels, if nothing tells how high the lesson is


def frame(address: str, title: str, theme: str = "") -> str:
    """Return an iframe as wide as there is room.

    Browsers put an opaque ground behind a frame whose colour scheme is not that of its page, so a
    page that is asked for in a theme has a frame of that theme.

    Examples
    --------
    >>> frame("/apps", "Noise")
    '<iframe src="/apps" title="Noise" style="width: 100%; height: 1500px; border: 0"></iframe>'
    """
    style = f"width: 100%; height: {HEIGHT}px; border: 0"
    if theme in STATIC_KEYS["theme"]:
        style += f"; color-scheme: {theme}"
    return f'<iframe src="{escape(address)}" title="{escape(title)}" style="{style}"></iframe>'
