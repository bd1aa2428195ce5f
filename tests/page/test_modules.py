"""Modules of JavaScript are joined in the order of their imports, or refused by name."""

from pathlib import Path

import pytest

from gaussians.page.modules import join


def write(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return folder / "start.js"


def test_a_module_stands_after_all_that_it_imports_and_each_once(tmp_path: Path) -> None:
    start = write(
        tmp_path,
        start='import { b } from "./b.js";\nimport { a, go } from "./a.js"; // why\n\nrun(a, b);\n',
        b='import {\n  a,\n} from "./a.js";\nimport "./effect.js";\nexport const b = a;\n',
        effect="work();\n",
        a="export const a = 1;\nexport async function go() {}\nfunction own() {}\n",
    )
    assert join(start) == (
        "const a = 1;\nasync function go() {}\nfunction own() {}\n"
        "\nwork();\n\nconst b = a;\n\n\nrun(a, b);\n"
    )


def test_an_import_may_have_comments_and_be_the_end_of_a_file(tmp_path: Path) -> None:
    start = write(
        tmp_path,
        start='import {\n  a, // the first\n  /* no */ b,\n} from "./a.js";  // x\nrun(a, b);',
        a='export const a = 1;\nexport const b = 2;\nimport "./last.js";',
        last="work();",
    )
    assert join(start) == "work();\nconst a = 1;\nconst b = 2;\n\nrun(a, b);"


@pytest.mark.parametrize(
    ("modules", "problem"),
    [
        ({"start": 'import "./a.js";\n', "a": 'import "./b.js";\n', "b": 'import "./a.js";\n'},
         r"circle of imports: a\.js > b\.js > a\.js"),
        ({"start": 'import { x } from "./a.js";\n', "a": "const x = 1;\n"},
         r"start\.js imports `x`, which a\.js does not export"),
        ({"start": 'import "./a.js";\nfunction f() {}\n', "a": "function f() {}\n"},
         r"a\.js and start\.js both declare `f`"),
        ({"start": 'import * as a from "./a.js";\n', "a": ""}, r"another form: import \* as a"),
        ({"start": 'import { x as y } from "./a.js";\n', "a": "export const x = 1;\n"},
         "imports `x as y`"),
        ({"start": "export default 1;\n"}, "another form: export default 1;"),
        ({"start": "const x = 1;\nexport { x };\n"}, "another form: export { x };"),
        ({"start": 'import { a } from "./a.js"; run(a);\n', "a": "export const a = 1;\n"},
         r"start\.js has an import or export of another form: import { a } .* run\(a\);"),
        ({"start": 'import "./a.js"; import "./a.js";\n', "a": ""}, "another form: import"),
        ({"start": '  import "./a.js";\n', "a": ""}, r'another form: import "\./a\.js";'),
        ({"start": "\texport const x = 1;\n"}, "another form: export const x = 1;"),
        ({"start": "const { x } = y;\n"}, r"start\.js declares names .*: const { x } = y;"),
        ({"start": "export let [x] = y;\n"}, r"start\.js declares names .*: export let \[x\] = y;"),
        ({"start": "var x = 1;\n"}, r"start\.js declares names .*: var x = 1;"),
    ],
)  # fmt: skip
def test_what_cannot_be_joined_is_refused_by_name(
    modules: dict[str, str], problem: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=problem):
        join(write(tmp_path, **modules))


def test_a_module_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="lost"):
        join(write(tmp_path, start='import "./lost.js";\n'))
