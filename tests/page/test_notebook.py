"""A lesson object displays itself: a frame with the served page."""

import re
from urllib.request import urlopen

import pytest

from gaussians.page import lesson


def test_a_lesson_displays_itself_in_the_state_asked_for() -> None:
    html = lesson("reparameterization", rho=0.8)._repr_html_()
    match = re.search(r'<iframe src="([^"]+)"', html)
    assert match
    address = match[1].replace("&amp;", "&")
    with urlopen(address) as response:
        page = response.read().decode()
    assert '"rho": 0.8' in page
    assert "<h1>" not in page
    assert address.split("/")[2] in lesson("reparameterization")._repr_html_()  # one server serves


def test_an_unknown_lesson_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="`key` must be one of"):
        lesson("nonsense")
