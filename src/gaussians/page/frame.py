"""A frame with a lesson's page, for a page that somebody else makes."""

from html import escape

HEIGHT = 1500  # pixels, if nothing tells how high the lesson is


def frame(address: str, title: str) -> str:
    """Return an iframe as wide as there is room.

    Examples
    --------
    >>> frame("/apps", "Noise")
    '<iframe src="/apps" title="Noise" style="width: 100%; height: 1500px; border: 0"></iframe>'
    """
    size = f"width: 100%; height: {HEIGHT}px; border: 0"
    return f'<iframe src="{escape(address)}" title="{escape(title)}" style="{size}"></iframe>'
