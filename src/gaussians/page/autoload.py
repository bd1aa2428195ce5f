"""A lesson for `bokeh.embed.server_document`: Bokeh inserts a document's roots, no template.

So the root is a frame with the page itself, which keeps its styles and its script to itself too.
"""

from urllib.parse import urlencode

from bokeh.document import Document
from bokeh.events import DocumentReady
from bokeh.models import CustomJS
from bokeh.models.widgets.markups import Div

from gaussians.page.address import Query, decode
from gaussians.page.frame import frame

_OWN = ("resources", "embed")  # keys of the request that are not handed on, besides Bokeh's

_FOLLOW_HEIGHT = """
window.addEventListener("message", ({ origin, source, data }) => {
  const frame = Bokeh.index.find_one(div)?.el.shadowRoot.querySelector("iframe");
  if (data?.gaussians !== "height" || source !== frame?.contentWindow) return;
  if (origin === new URL(frame.src).origin) frame.style.height = `${Number(data.height)}px`;
});
"""


def is_autoload(document: Document) -> bool:
    """Tell whether a request comes from the script that `server_document` makes.

    So does its websocket, which may reach another process than the script did, and then has the
    document made there. The path tells, no key of a query: anybody can write a query into a link to
    the page, and Bokeh's own keys say where scripts are loaded from.
    """
    request = getattr(document.session_context, "request", None)
    return request is not None and request.path.endswith(("/autoload.js", "/ws"))


def add_frame(document: Document, title: str, query: Query) -> None:
    """Make a frame with the page, in the state asked for, the only root of a document."""
    theme = decode(query).get("theme", [""])[0]
    html = frame(frame_address(query), title, theme)
    wide = ".bk-clearfix { width: 100% }"  # what a Div puts around its text is as narrow as that
    div = Div(text=html, disable_math=True, sizing_mode="stretch_width", stylesheets=[wide])
    document.add_root(div)
    document.js_on_event(DocumentReady, CustomJS(args={"div": div}, code=_FOLLOW_HEIGHT))


def frame_address(query: Query) -> str:
    """Return the address of the page that a request of the script is about.

    Examples
    --------
    >>> frame_address({"bokeh-absolute-url": [b"https://a.org/apps"], "rho": [b"0.5"]})
    'https://a.org/apps?embed=1&rho=0.5'
    >>> frame_address({"bokeh-app-path": [b"/apps"]})
    '/apps?embed=1'
    """
    values = decode(query)
    page = values.get("bokeh-absolute-url", [""])[0]
    if not page.startswith(("http://", "https://")):  # not javascript:, for example
        page = "/" + values.get("bokeh-app-path", [""])[0].lstrip("/")
    handed_on = {k: v for k, v in values.items() if not k.startswith("bokeh-") and k not in _OWN}
    return f"{page}?{urlencode({'embed': 1, **handed_on}, doseq=True)}"
