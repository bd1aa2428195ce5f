"""What `server_document` inserts: a frame, whatever the address says."""

from types import SimpleNamespace

import pytest
from bokeh.document import Document
from bokeh.models.widgets.markups import Div

from gaussians.page.autoload import add_frame, frame_address, is_autoload

SERVER = {"bokeh-absolute-url": [b"http://localhost:5006/apps"]}


@pytest.mark.parametrize(
    ("path", "is_one"),
    [("/apps/autoload.js", True), ("/apps/ws", True), ("/apps", False), ("/ws/x", False)],
)
def test_only_a_request_of_the_script_is_one(path: str, is_one: bool) -> None:
    session = SimpleNamespace(request=SimpleNamespace(path=path))
    assert is_autoload(SimpleNamespace(session_context=session)) is is_one  # type: ignore[arg-type]


def test_a_document_of_no_session_is_none() -> None:
    assert not is_autoload(Document())


def test_the_state_is_handed_on_and_bokehs_own_keys_are_not() -> None:
    query = {"bokeh-autoload-element": [b"x"], "resources": [b"none"], "embed": [b"0"], **SERVER}
    state = {"rho": [b"0.5", b"0.6"], "hide": [b"n,seed"]}
    address = "http://localhost:5006/apps?embed=1&rho=0.5&rho=0.6&hide=n%2Cseed"
    assert frame_address({**query, **state}) == address


@pytest.mark.parametrize("page", [b"javascript:alert(1)", b"data:text/html,x", b"\xff", b""])
def test_an_address_that_is_none_is_not_used(page: bytes) -> None:
    query = {"bokeh-absolute-url": [page], "bokeh-app-path": [b"/apps"]}
    assert frame_address(query) == "/apps?embed=1"


def test_a_path_cannot_name_another_host() -> None:
    assert frame_address({"bokeh-app-path": [b"//foreign.org/x"]}) == "/foreign.org/x?embed=1"


def test_what_a_stranger_wrote_is_escaped() -> None:
    document = Document()
    evil = b'http://x"><script>alert(1)</script>'
    add_frame(document, "Noise", {"bokeh-absolute-url": [evil], '"><b>': [b'"><b>']})
    (div,) = document.roots
    assert isinstance(div, Div)
    assert "<script" not in div.text
    assert "<b>" not in div.text
    assert div.text.count('"') == 6


@pytest.mark.parametrize(
    ("theme", "scheme"), [("dark", "; color-scheme: dark"), ('x"><b>', ""), ("", "")]
)
def test_a_frame_has_the_colour_scheme_of_its_page(theme: str, scheme: str) -> None:
    document = Document()
    add_frame(document, "Noise", {**SERVER, "theme": [theme.encode()]})
    (div,) = document.roots
    assert isinstance(div, Div)
    assert f'border: 0{scheme}"></iframe>' in div.text
