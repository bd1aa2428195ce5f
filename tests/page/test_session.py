"""Whose a session is, from the request that made it."""

from types import SimpleNamespace

import pytest
from bokeh.document import Document

from gaussians.page.session import is_chosen, own_address


@pytest.mark.parametrize(
    ("uri", "headers", "chosen"),
    [
        ("/apps", {}, False),
        ("/apps?rho=1&session=x", {}, False),
        ("/apps/autoload.js?bokeh-autoload-element=x", {}, False),
        ("/apps?rho=1&bokeh-session-id=x", {}, True),
        ("/apps?bokeh-session-id", {}, True),
        ("/apps?bokeh%2Dtoken=x", {}, True),
        ("/apps", {"Bokeh-Session-Id": "x"}, True),
        ("/apps/ws", {}, True),
    ],
)
def test_a_session_is_chosen_by_address_header_or_program(
    uri: str, headers: dict[str, str], chosen: bool
) -> None:
    request = SimpleNamespace(uri=uri, path=uri.partition("?")[0], headers=headers)
    context = SimpleNamespace(request=SimpleNamespace(_request=request))
    assert is_chosen(SimpleNamespace(session_context=context)) is chosen  # type: ignore[arg-type]


def test_a_document_without_a_session_is_nobodys() -> None:
    assert not is_chosen(Document())


def test_an_own_address_escapes_what_a_stranger_wrote() -> None:
    address = own_address({'"><b>': [b"<i>"], "bokeh-token": [b"x"], "n": [b"1", b"2"]})
    assert address == "?%22%3E%3Cb%3E=%3Ci%3E&n=1&n=2"
