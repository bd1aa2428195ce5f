"""JavaScript modules, joined into one classic script: browsers load no modules from a disk.

A module imports names, `import { a, b } from "./other.js";`, or is there for what it does,
`import "./other.js";`, on lines of its own. It exports what it declares: `export const a`,
`export function b`. Joined, all of them share one scope, so no two may declare the same name, and
each declares its names one by one, at the beginning of a line.
"""

import re
from pathlib import Path
from typing import NamedTuple

_IMPORT = re.compile(
    r'^import (?:\{([^}]*)\} from )?"\./(\w+)\.js";[ \t]*(?://.*)?(?:\n|\Z)', re.MULTILINE
)
_DECLARED = re.compile(r"^(export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)
_UNNAMED = re.compile(r"^(?:export )?(?:var\b|(?:const|let)\s*[\[{]).*", re.MULTILINE)
_LEFT = re.compile(r"^[ \t]*((?:import|export)\b.*)", re.MULTILINE)
_COMMENT = re.compile(r"//.*|/\*[\s\S]*?\*/")


class _Module(NamedTuple):
    text: str  # without imports and exports
    declared: list[str]
    exported: set[str]


def join(entry: Path) -> str:
    """Return a module and all that it imports, each after what it imports itself.

    Raises
    ------
    ValueError
        If modules import each other in a circle, a name is imported that is not exported, two
        modules declare the same name, or an import, an export or a declaration is of another form;
        by name.
    """
    done: dict[Path, _Module] = {}
    _visit(entry, (), done)
    places: dict[str, str] = {}
    for path, module in done.items():
        for name in module.declared:
            if name in places:
                raise ValueError(f"{places[name]} and {path.name} both declare `{name}`")
            places[name] = path.name
    return "\n".join(module.text for module in done.values())


def _visit(path: Path, importing: tuple[Path, ...], done: dict[Path, _Module]) -> None:
    """Add what a module imports, then the module."""
    if path in importing:
        circle = (*importing[importing.index(path) :], path)
        raise ValueError("a circle of imports: " + " > ".join(module.name for module in circle))
    if path in done:
        return
    text = path.read_text("utf-8")
    for names, stem in _IMPORT.findall(text):
        other = path.with_name(f"{stem}.js")
        _visit(other, (*importing, path), done)
        for name in filter(None, map(str.strip, _COMMENT.sub("", names).split(","))):
            if name not in done[other].exported:
                raise ValueError(
                    f"{path.name} imports `{name}`, which {other.name} does not export"
                )
    done[path] = _read(path.name, text)


def _read(name: str, text: str) -> _Module:
    if unnamed := _UNNAMED.search(text):
        raise ValueError(f"{name} declares names in a way that is not understood: {unnamed[0]}")
    found = _DECLARED.findall(text)
    plain = _DECLARED.sub(lambda m: m[0].removeprefix("export "), _IMPORT.sub("", text))
    if left := _LEFT.search(plain):
        raise ValueError(f"{name} has an import or export of another form: {left[1]}")
    return _Module(plain, [n for _, n in found], {n for export, n in found if export})
