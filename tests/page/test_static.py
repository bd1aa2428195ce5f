"""The static export: which files it writes, what they need, and the command line around it."""

import re
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest

from gaussians.__main__ import main
from gaussians.kit.lesson import Scene
from gaussians.lessons import LESSONS
from gaussians.lessons.affine.lesson import Affine
from gaussians.page.files import MARKS
from gaussians.page.static import export


def test_a_folder_has_a_page_and_a_script_for_each_lesson_and_what_they_share(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["export", str(tmp_path / "a" / "b")])
    found = {path.name for path in (tmp_path / "a" / "b").iterdir()}
    own = {f"{key}.{kind}" for key in LESSONS for kind in ("html", "js")}
    assert found == own | {"index.html", "cover.js", "bokeh.min.js", "first.js", "page.js"}
    assert "index.html" in capsys.readouterr().out


def test_only_the_lessons_asked_for_are_written_and_linked(tmp_path: Path) -> None:
    written = export(tmp_path, ["affine"])
    assert {path.name for path in written} == {
        "affine.html", "affine.js", "index.html", "cover.js", "bokeh.min.js", "first.js",
        "page.js",
    }  # fmt: skip
    for page in ("affine.html", "index.html"):
        links = re.findall(r'<a [^>]*href="([^"#]+)"', (tmp_path / page).read_text("utf-8"))
        assert {*links} == {"affine.html", "index.html"} - ({page} & {"index.html"})


def test_pages_have_no_script_of_their_own_and_name_no_foreign_host(tmp_path: Path) -> None:
    for path in export(tmp_path):
        if path.suffix == ".html":
            html = path.read_text("utf-8")
            assert set(re.findall(r"<script([^>]*)>", html)) <= {
                ' type="application/json" id="config"',
                ' async src="first.js"',
                *(
                    f' src="{name}.js"'
                    for name in (path.stem.replace("index", "cover"), "page", "bokeh.min")
                ),
            }
            assert not re.search(r"\son\w+=", html)
            urls = re.findall(r'(?:src|href)="([^"]*)"', html)
            assert all(url.startswith(("data:", "#")) or (tmp_path / url).exists() for url in urls)


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
    assert html.count("</script>") == 5  # as many as were opened: no text ends one early


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


def found(folder: Path) -> dict[str, bytes]:
    """Everything below a folder, links included, by its path."""
    paths = {str(path.relative_to(folder)): path for path in folder.rglob("*")}
    return {name: path.read_bytes() if path.is_file() else b"" for name, path in paths.items()}


@pytest.mark.parametrize(
    ("folder", "problem"),
    [
        ("", "`folder` must have a name, got ''"),
        ("file", "'file' is a file"),
        ("file/below", "nothing was written to 'file/below': Not a directory"),
        ("nowhere", "'nowhere' is a link that leads nowhere"),
        ("taken", "'taken/page.js' is not from an export"),
        ("linked", "'linked/index.html' is not from an export"),
        ("held", "'held/affine.html' is not from an export"),
    ],
)
def test_nothing_is_written_over_what_is_somebody_elses(
    folder: str, problem: str, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    for name in ("taken", "linked", "held/affine.html"):
        Path(name).mkdir(parents=True)
    for name in ("file", "taken/page.js"):
        Path(name).write_text("// mine", "utf-8")
    for name in ("nowhere", "linked/index.html"):
        Path(name).symlink_to("lost")
    before = found(tmp_path)
    with pytest.raises(SystemExit, match="2"):
        main(["export", folder, "affine"])
    assert problem in capsys.readouterr().err
    assert found(tmp_path) == before


@pytest.mark.parametrize("single_file", [False, True])
def test_an_export_overwrites_an_export_and_leaves_other_files(
    single_file: bool, tmp_path: Path
) -> None:
    (tmp_path / "mine.html").write_text("mine", "utf-8")
    export(tmp_path, ["affine"])
    (tmp_path / "affine.html").write_text(MARKS[".html"] + "of an older one", "utf-8")
    export(tmp_path, ["affine"], single_file=single_file)
    assert (tmp_path / "affine.html").stat().st_size > 50_000
    assert (tmp_path / "mine.html").read_text("utf-8") == "mine"


def test_a_full_disk_is_named_and_leaves_the_last_export_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    export(tmp_path)
    before = found(tmp_path)
    write_text = Path.write_text

    def run_full(path: Path, text: str, *how: Any, **more: Any) -> int:
        if path.name == "page.js":
            raise OSError(ENOSPC, "No space left on device")
        return write_text(path, text + "new", *how, **more)

    monkeypatch.setattr(Path, "write_text", run_full)
    with pytest.raises(SystemExit, match="2"):
        main(["export", str(tmp_path)])
    assert f"nothing was written to '{tmp_path}': No space left" in capsys.readouterr().err
    assert found(tmp_path) == before


def test_a_lesson_that_needs_a_server_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Branching(Affine):
        def scene(self) -> Scene:
            return super().scene() if self.a11 > 0 else Scene({}, {})

    monkeypatch.setitem(LESSONS, "affine", Branching)
    with pytest.raises(SystemExit, match="2"):
        main(["export", str(tmp_path), "affine"])
    assert "if self.a11 > 0 else" in capsys.readouterr().err
    assert found(tmp_path) == {}


def test_an_unknown_lesson_is_named_before_anything_is_written(tmp_path: Path) -> None:
    there_are = ", ".join(LESSONS)
    with pytest.raises(ValueError, match=f"there is no lesson 'nonsense'; there are {there_are}"):
        export(tmp_path / "new", ["affine", "nonsense"])
    assert not (tmp_path / "new").exists()
