"""What a server sends: the front page, a lesson, or why it cannot be shown; and their files."""

import gzip
import json
import re
from hashlib import sha256
from typing import Any

import pytest

from gaussians.lessons import CHAPTERS, LESSONS
from gaussians.lessons.affine.lesson import Affine
from gaussians.page import served
from gaussians.page.assets import asset
from gaussians.page.scripts import is_recorded
from gaussians.page.served import kept, page, unready


class Bad(Affine):
    planes = {"<b>": Affine.planes["s"]}  # noqa: RUF012
    key = "bad"


class Branching(Affine):
    key = "branching"

    def scene(self) -> Any:
        if self.a11 > 0:
            return super().scene()
        raise AssertionError


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    served._made.clear()


def text(query: str, key: str | None = None, status: int = 200) -> str:
    found = page(key, "apps", query)
    assert found.status == status
    assert gzip.decompress(found.packed) == found.text
    return found.text.decode()


def sources(html: str) -> list[str]:
    return re.findall(r'<script src="apps/file/([^"]*)">', html)


@pytest.mark.parametrize("key", ["bad", None])
def test_a_lesson_whose_parts_do_not_fit_is_named_in_the_page_and_in_the_log(
    key: str | None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(LESSONS, "bad", Bad)
    html = text("lesson=bad", key, status=500)
    assert "the lesson Bad cannot be shown: the name of the plane &#39;&lt;b&gt;" in html
    assert "the lesson Bad cannot be shown" in caplog.text
    assert "Traceback" not in caplog.text
    monkeypatch.setattr(served, "LESSONS", {"affine": Affine, "bad": Bad})
    assert unready() == ["bad: no page"]


def test_the_other_lessons_are_shown_and_the_bad_one_is_not_in_their_list(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(LESSONS, "bad", Bad)
    monkeypatch.setitem(CHAPTERS, "Bad ones", ("bad",))
    html = text("lesson=affine&t1=2")  # a page that nobody has asked for yet
    listed = re.findall(r'<a href="\?lesson=(\w+)"', html)
    assert {*listed} == LESSONS.keys() - {"bad"}


def test_an_error_while_a_page_is_made_is_said_there_and_told_in_the_log_only(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ArithmeticError("a secret of the server")

    monkeypatch.setattr(served, "render", fail)
    html = text("lesson=affine&t1=1.5", status=500)
    assert "Something went wrong at the server" in html
    assert "secret" not in html
    assert "a secret of the server" in caplog.text
    monkeypatch.undo()
    assert "<h1>" in text("lesson=affine&t1=1.5")  # nothing of it was kept


@pytest.mark.parametrize("query", ["", "lesson=nirvana"])
def test_the_front_page_has_every_chapter_that_has_lessons(
    query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(CHAPTERS, "The density", ())
    html = text(query)
    chapters = [name for name, keys in CHAPTERS.items() if keys]
    assert "The density" not in chapters
    assert re.findall("<h2>(.*)</h2>", html)[: len(chapters) + 1] == [*chapters, "How it goes"]
    cards = re.findall(r'<li><a href="([^"]*)"', html)
    assert cards == [f"?lesson={key}" for key in LESSONS if key != "density"]
    assert ("nirvana" in html) == bool(query)


def test_a_page_is_made_once_and_anew_when_its_words_are_mended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = page(None, "apps", "lesson=sum")
    assert page(None, "apps", "lesson=sum") is first
    monkeypatch.setattr(served, "_versions", lambda: ())
    assert page(None, "apps", "lesson=sum") is not first


def test_only_so_many_pages_are_kept_and_those_that_were_asked_for_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(served, "_KEPT", 2)
    start, often, once, last = (f"lesson=sum{more}" for more in ("", "&s1=3", "&s1=1", "&s1=2"))
    for query in (start, often, once, often, last):
        page(None, "apps", query)
    assert [kept(None, "apps", query) is not None for query in (start, often, once, last)] == [
        True,  # for a class will ask for it, whatever came since
        True,
        False,
        True,
    ]
    page(None, "apps", long := f"lesson=sum&{'x' * 256}")
    assert not kept(None, "apps", long)


def test_bytes_that_are_no_text_are_named() -> None:
    html = text("lesson=affine&theme=%ff&a11=%ff")
    assert html.count("was not used") >= 2


def test_a_pages_files_have_names_of_their_content_and_others_are_not_there() -> None:
    names = sources(text("lesson=affine"))
    assert [name.split(".")[0] for name in names] == ["affine", "page", "bokeh"]
    for name in names:
        found = asset(name)
        assert found
        assert gzip.decompress(found.packed) == found.text
        start, digest, end = name.split(".")
        assert sha256(found.text).hexdigest().startswith(digest)
        assert asset(f"{start}.{digest[::-1]}.{end}") is None
    for odd in ("affine.js", "nirvana.0123456789abcdef.js", "../page.0123456789abcdef.js", ""):
        assert asset(odd) is None


def test_the_python_engine_can_be_asked_for() -> None:
    planes, *_ = sources(text("lesson=affine&engine=python"))
    found = asset(planes)
    assert found
    assert b"window.axes" in found.text
    assert b"recordedScene" not in found.text


def test_a_scene_that_cannot_be_recorded_says_so_and_is_left_to_python(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(LESSONS, "branching", Branching)
    assert not is_recorded(Branching)
    assert "if self.a11 > 0" in caplog.text
    assert "branching is computed by the server" in caplog.text


def test_a_page_says_where_its_questions_go() -> None:
    for key, home in ((None, "apps"), ("affine", "affine")):
        html = page(key, home, "lesson=affine" if key is None else "").text.decode()
        config = re.search(r'id="config">(.*?)</script>', html)
        assert config
        assert json.loads(config[1])["answers"] == f"{home}/answer/affine"
