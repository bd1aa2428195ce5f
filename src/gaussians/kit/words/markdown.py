"""Markdown as HTML: tables, definitions, formulas, live numbers, and parts under a condition."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from markdown_it.token import Token

from gaussians.kit.words.latex import mathml
from gaussians.kit.words.parse import parser
from gaussians.kit.words.refuse import check_token
from gaussians.kit.words.slots import SLOT, Slot

CONDITION = re.compile(r"\w+=[\w|]+( \w+=[\w|]+)*")  # view=slice|proof joint=bent
_TIED = re.compile(r" (?=[=≈±<>≤≥] |%)|(?<= [=≈±<>≤≥]) ")  # spaces beside signs
_CLOSES = re.compile(r"[.,;:?!)’]+")  # what ends a sentence or a part of it
_CLASSES = {"arithmetic"}  # other parts that look their own way

Notes = Callable[[Slot | str, int], None]  # a live number, or a condition, and its line


def render(tokens: Sequence[Token], seen: Notes) -> str:
    """Write HTML; what is seen on the way is told.

    Raises
    ------
    ValueError
        If something cannot be read; its second argument is the line.
    """
    markdown = parser()
    line = 0
    for token, row in zip(tokens, _rows(tokens), strict=True):
        line = token.map[0] + 1 if token.map else line
        try:
            _fill(token, row, line, seen)
        except ValueError as error:
            raise ValueError(error.args[0], *(error.args[1:] or (line,))) from error
    html = str(markdown.renderer.render(tokens, markdown.options, {})).strip()
    return html.replace('<th scope="col"></th>', "<td></td>")  # an empty corner heads nothing


def data_when(condition: str) -> str:
    """Write a condition as an attribute."""
    return f' data-when="{condition.replace(" ", "&amp;")}"'


def _rows(tokens: Sequence[Token]) -> Iterator[str]:
    """Tell of each token whether it is in a table's head, or in the first cell of a row."""
    part, first = "", False
    for token in tokens:
        part = token.tag if token.type in ("thead_open", "tbody_open") else part
        first = first or token.type == "tr_open"
        yield part if part == "thead" or first else ""
        first = first and token.type != "td_close"


def _fill(token: Token, row: str, line: int, seen: Notes) -> None:
    check_token(token)
    match token.type:
        case "th_open" | "td_open" | "th_close" | "td_close":
            token.attrs = {}
            if row or token.tag == "th":
                token.tag = "th"
                if token.nesting == 1:
                    token.attrs = {"scope": "col" if row == "thead" else "row"}
        case "container_part_open":
            text = token.info.strip()
            if text in _CLASSES:
                token.meta["html"] = f'<div class="{text}">\n'
            elif CONDITION.fullmatch(text):
                seen(text.replace(" ", "&"), line)
                token.meta["html"] = f"<div{data_when(text)}>\n"
            else:
                raise ValueError(f"`::: {text}` is no condition, such as `::: view=one`")
        case "math_block":
            token.meta["html"] = _math(token, line, seen, block=True) + "\n"
        case "inline":
            for child in token.children or []:
                try:
                    _fill(child, "", line, seen)
                except ValueError as error:
                    raise ValueError(error.args[0], line) from error
                line += child.content.count("\n") + (child.type in ("softbreak", "hardbreak"))
            _keep_together(token.children or [])
        case "math_inline":
            token.meta["html"] = _math(token, line, seen, block=False)
        case "slot":
            slot = Slot.of(SLOT.fullmatch(token.content) or _never())
            seen(slot, line)
            token.meta["html"] = slot.element("span")
        case "text":
            if brace := re.search(r"[{}].{0,20}", token.content):
                raise ValueError(f"`{brace[0]}`: a brace is for a live number, {{name:2}}")
            token.content = _TIED.sub("\N{NO-BREAK SPACE}", token.content)


def _keep_together(tokens: Sequence[Token]) -> None:
    """Let no line begin with the full stop after a formula, or end with the bracket before it."""
    padded = (None, *tokens, None)
    for before, token, after in zip(padded, tokens, padded[2:], strict=False):
        if token.type != "math_inline":
            continue
        opens = closes = ""
        if before and before.type == "text" and before.content.endswith("("):
            before.content, opens = before.content[:-1], "("
        if after and after.type == "text" and (marks := _CLOSES.match(after.content)):
            after.content, closes = after.content[marks.end() :], marks[0]
        if opens or closes:
            html = f"{opens}{token.meta['html']}{closes}"
            token.meta["html"] = f'<span class="together">{html}</span>'


def _math(token: Token, line: int, seen: Notes, *, block: bool) -> str:
    try:
        return mathml(token.content, block=block, seen=lambda slot: seen(slot, line))
    except ValueError as error:
        raise ValueError(f"${token.content.strip()}$: {error}") from error


def _never() -> Any:
    raise AssertionError
