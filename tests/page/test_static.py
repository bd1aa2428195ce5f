"""The static export: which files it writes, what they need, and the command line around it."""

import re
from pathlib import Path

import pytest

from gaussians.__main__ import main
from gaussians.lessons import LESSONS
from gaussians.page.static import export


def test_a_folder_has_a_page_and_a_script_for_each_lesson_and_what_they_share(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["export", str(tmp_path / "a" / "b")])
    found = {path.name for path in (tmp_path / "a" / "b").iterdir()}
    own = {f"{key}.{kind}" for key in LESSONS for kind in ("html", "js")}
    assert found == own | {"index.html", "bokeh.min.js", "page.js"}
    assert "index.html" in capsys.readouterr().out


def test_only_the_lessons_asked_for_are_written_and_linked(tmp_path: Path) -> None:
    written = export(tmp_path, ["affine"])
    assert {path.name for path in written} == {
        "affine.html", "affine.js", "index.html", "bokeh.min.js", "page.js"
    }  # fmt: skip
    links = re.findall(r'<a href="([^"]+)"', (tmp_path / "affine.html").read_text("utf-8"))
    assert links == ["affine.html"]


def test_pages_have_no_script_of_their_own_and_name_no_foreign_host(tmp_path: Path) -> None:
    for path in export(tmp_path):
        if path.suffix == ".html":
            html = path.read_text("utf-8")
            assert set(re.findall(r"<script([^>]*)>", html)) <= {
                ' type="application/json" id="config"',
                *(f' src="{name}.js"' for name in (path.stem, "page", "bokeh.min")),
            }
            assert not re.search(r"\son\w+=", html)
            urls = re.findall(r'(?:src|href)="([^"]*)"', html)
            assert all(url.startswith("data:") or (tmp_path / url).exists() for url in urls)


def test_the_picture_is_left_to_the_recorded_scene(tmp_path: Path) -> None:
    export(tmp_path, ["conditioning"])
    script = (tmp_path / "conditioning.js").read_text("utf-8")
    text = script[script.index("window.axes = ") :]
    assert len(text) < 150_000
    assert '"text"' in text


def test_a_single_file_has_everything_in_it(tmp_path: Path) -> None:
    written = export(tmp_path, ["affine"], single_file=True)
    assert {path.name for path in written} == {"affine.html", "index.html"}
    html = (tmp_path / "affine.html").read_text("utf-8")
    assert " src=" not in html
    assert html.count("</script>") == 4  # as many as were opened: no text ends one early


@pytest.mark.parametrize("arguments", [["export"], ["export", "x", "nonsense"], [], ["serve", "x"]])
def test_a_wrong_command_is_explained(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert "usage: python -m gaussians" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_lesson_is_named_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there is no lesson 'nonsense'; there are reparam"):
        export(tmp_path / "new", ["affine", "nonsense"])
    assert not (tmp_path / "new").exists()
