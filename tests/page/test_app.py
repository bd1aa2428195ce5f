"""What a session's page is: the front page, a lesson, or why it cannot be shown."""

import re

import pytest
from bokeh.document import Document
from bokeh.io.doc import patch_curdoc
from bokeh.models.widgets.markups import Div

from gaussians.lessons import CHAPTERS, LESSONS
from gaussians.lessons.affine.lesson import Affine
from gaussians.page import app, show


class Bad(Affine):
    planes = {"<b>": Affine.planes["s"]}  # noqa: RUF012
    key = "bad"


@pytest.mark.parametrize("key", ["bad", None])
def test_a_lesson_whose_parts_do_not_fit_is_named_in_the_page_and_in_the_log(
    key: str | None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(LESSONS, "bad", Bad)
    monkeypatch.setattr(app, "decode", lambda _: {"lesson": ["bad"]})
    document = Document()
    with patch_curdoc(document):
        show(key)
    (div,) = document.roots
    assert isinstance(div, Div)
    assert "the lesson Bad cannot be shown: the name of the plane &#x27;&lt;b&gt;" in div.text
    assert "the lesson Bad cannot be shown" in caplog.text
    assert "Traceback" not in caplog.text


def test_the_other_lessons_are_shown_and_the_bad_one_is_not_in_their_list(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(LESSONS, "bad", Bad)
    monkeypatch.setitem(CHAPTERS, "Bad ones", ("bad",))
    monkeypatch.setattr(app, "decode", lambda _: {"lesson": ["affine"]})
    document = Document()
    with patch_curdoc(document):
        show()
    assert not any(isinstance(root, Div) for root in document.roots)
    listed = [entry.key for entry in document.template_variables["course"].lessons]
    assert listed == [key for key in LESSONS if key != "bad"]
    assert "the lesson Bad cannot be shown" in caplog.text


@pytest.mark.parametrize("query", [{}, {"lesson": ["nirvana"]}])
def test_the_front_page_has_no_session_and_every_chapter_that_has_lessons(
    query: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(CHAPTERS, "The density", ())
    monkeypatch.setattr(app, "decode", lambda _: query)
    document = Document()
    with patch_curdoc(document):
        show()
    assert document.roots == []
    html = document.template.render(document.template_variables)
    chapters = [name for name, keys in CHAPTERS.items() if keys]
    assert "The density" not in chapters
    assert re.findall("<h2>(.*)</h2>", html)[: len(chapters) + 1] == [*chapters, "How it goes"]
    cards = re.findall(r'<li><a href="([^"]*)"', html)
    assert cards == [f"?lesson={key}" for key in LESSONS if key != "density"]
    assert ("nirvana" in html) == bool(query)
