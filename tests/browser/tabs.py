"""Tabs of a browser that tests use one after the other.

A new context has a new process, which compiles BokehJS anew: that costs a second more than to open
a page where another one was. So tests borrow tabs, and a tab is as new when it is borrowed again.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser
from served import Watched

Borrow = Callable[..., Watched]

# What can be changed in a tab; other options, such as whether it has fingers, are its context's.
_MEDIA = {"color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none"}
_WINDOW = {"width": 1280, "height": 800}

# Milliseconds until something is taken for missing: a slow computer makes a course's first page
# in a minute. Nothing that is there is waited for.
PATIENCE = 120_000


class Tabs:
    """Tabs of one browser, by what they can do."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: dict[str, list[Watched]] = defaultdict(list)
        self._kinds: dict[Watched, str] = {}

    def borrow(self, site: str, viewport: dict[str, int] = _WINDOW, **options: Any) -> Watched:
        """Return a tab; one that was at another site would need another process, too."""
        media = {name: options.pop(name, usual) for name, usual in _MEDIA.items()}
        kind = f"{site} {sorted(options.items())}"
        if self._idle[kind]:
            watched = self._idle[kind].pop()
        else:
            context = self._browser.new_context(**options)
            context.set_default_timeout(PATIENCE)
            watched = Watched(context.new_page())
            self._kinds[watched] = kind
        watched.page.emulate_media(media="null", **media)
        watched.page.set_viewport_size({**viewport})  # type: ignore[typeddict-item]
        return watched

    def give_back(self, watched: Watched, *, is_well: bool) -> None:
        """Make a tab as new, or close it if it cannot be."""
        kind = self._kinds[watched]
        if is_well and not watched.is_marked:
            watched.clear()
            self._idle[kind].append(watched)
        else:
            del self._kinds[watched]
            watched.page.context.close()
