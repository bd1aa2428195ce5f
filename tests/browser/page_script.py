"""Modules of the page's script, run by themselves in a browser."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from gaussians.page import modules

SCRIPT = Path(modules.__file__).parent / "script"


def call(page: Page, module: str, function: str, arguments: list[list[Any]]) -> list[Any]:
    """Call a function, of a module or written with its names, with each list of arguments."""
    source = modules.join(SCRIPT / f"{module}.js")
    run = f"($calls) => {{ {source}\nreturn $calls.map(($given) => ({function})(...$given)); }}"
    results: list[Any] = page.evaluate(run, arguments)
    return results
