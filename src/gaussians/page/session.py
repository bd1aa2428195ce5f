"""A page's session is its own: Bokeh lets an address, a header or a program choose one.

Whoever chose it can join it and put a script of theirs into the page of a reader who follows a link
with it. So a session that was chosen shows no lesson, and its page has no script that would join.
"""

from urllib.parse import parse_qs, urlencode, urlsplit

from bokeh.document import Document

from gaussians.page.address import Query, decode

_KEYS = {"bokeh-session-id", "bokeh-token"}


def is_chosen(document: Document) -> bool:
    """Tell whether anybody but the server may know the number of a document's session.

    The request itself is asked, for what Bokeh says of it may be a chosen token's words. A program
    that opens a session does so over the websocket; a page has its session before.
    """
    request = getattr(getattr(document.session_context, "request", None), "_request", None)
    if request is None:
        return False
    query = parse_qs(urlsplit(request.uri).query, keep_blank_values=True)
    by_address = not _KEYS.isdisjoint(query) or "Bokeh-Session-Id" in request.headers
    return by_address or request.path.endswith("/ws")


def own_address(query: Query) -> str:
    """Return the address of the same page without Bokeh's own keys.

    >>> own_address({"rho": [b"0.5"], "bokeh-session-id": [b"x"]})
    '?rho=0.5'
    """
    own = {key: texts for key, texts in decode(query).items() if not key.startswith("bokeh-")}
    return f"?{urlencode(own, doseq=True)}"
