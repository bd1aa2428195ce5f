"""What the README prints is what happens."""

import doctest
import re
from pathlib import Path

import pytest

from gaussians.__main__ import main
from gaussians.lessons import LESSONS
from gaussians.page.serve import Options

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_core_example_runs_as_printed() -> None:
    code = "\n".join(re.findall(r"```python\n(>>>.*?)```", README, re.DOTALL))
    example = doctest.DocTestParser().get_doctest(code, {}, "README", "README.md", 0)
    assert len(example.examples) >= 8
    results = doctest.DocTestRunner().run(example)
    assert results.failed == 0


def test_its_picture_is_there_and_every_lesson_has_an_app() -> None:
    for picture in re.findall(r"!\[.*?\]\((.*?)\)", README):
        assert (ROOT / picture).stat().st_size > 10_000
    apps = {path.stem for path in (ROOT / "apps").glob("*.py")}
    assert apps == {"main", *LESSONS}


def test_the_commands_of_serving_are_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Options] = []
    monkeypatch.setattr("gaussians.__main__.serve", asked.append)
    serving = (ROOT / "docs/serving.md").read_text("utf-8")
    options = re.findall(r"^\| `(--.*?)` \|", serving, re.MULTILINE)
    for line in [*re.findall(r"-m gaussians serve(.*)$", serving, re.MULTILINE), " ".join(options)]:
        main(["serve", *line.split()])
    assert asked[0] == Options(allow=[])
    assert asked[-1] == Options("0.0.0.0", 8000, 2, "/course", ["lms.example.org"])
