"""What the README prints is what happens."""

import doctest
import re
from pathlib import Path

from gaussians.lessons import LESSONS

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
