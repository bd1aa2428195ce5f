"""Markdown as tokens: what an instructor may write."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

from gaussians.kit.words.refuse import check_structure
from gaussians.kit.words.slots import SLOT


def parse(text: str) -> list[Token]:
    """Read Markdown; lines of tokens count from 0.

    Raises
    ------
    ValueError
        If its blocks are amiss; its second argument is the line, from 1.
    """
    tokens = parser().parse(text)
    check_structure(text, tokens)
    return tokens


def parse_inline(text: str) -> Token:
    """Read what stands in one paragraph."""
    (token,) = parser().parseInline(text)
    return token


@cache
def parser() -> MarkdownIt:
    """Return what reads Markdown, and writes HTML once `render` has filled its tokens."""
    markdown = MarkdownIt("commonmark").enable("table")
    markdown.disable("reference")  # it takes lines away
    markdown.use(dollarmath_plugin, allow_labels=False).use(deflist_plugin)
    markdown.use(attrs_plugin, spans=True, allowed=["class"])
    markdown.use(container_plugin, "part", validate=lambda *_: True)
    markdown.inline.ruler.before("text", "slot", _slot)
    markdown.inline.ruler.after("math_inline", "dollar", _dollar)
    for kind in ("container_part_open", "math_inline", "math_block", "slot"):
        markdown.add_render_rule(kind, lambda _, tokens, i, *rest: str(tokens[i].meta["html"]))
    return markdown


def _slot(state: StateInline, silent: bool) -> bool:
    found = SLOT.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("slot", "", 0)
        token.content = found[0]
    state.pos = found.end()
    return True


def _dollar(state: StateInline, silent: bool) -> bool:
    """Find what no formula has taken; a dollar that is meant is escaped."""
    if state.src[state.pos] != "$":
        return False
    if not silent:
        state.push("dollar", "", 0).content = "$"
    state.pos += 1
    return True
