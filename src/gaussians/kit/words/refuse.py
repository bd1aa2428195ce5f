"""What Markdown takes without a word and then shows wrongly, or not at all: it is refused."""

import re
from collections.abc import Sequence
from typing import get_args

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from gaussians.kit.parts import Role
from gaussians.kit.words.slots import SLOT

CLASSES = {*get_args(Role), "key", "thick", "dashed", "dotted", "dot", "unseen"}  # of the page
PRIVATE = re.compile("[\ue000-\uf8ff]")  # nobody's letters: formulas use them for live numbers


def check_structure(source: str, tokens: Sequence[Token]) -> None:
    """Look at how a document's blocks are put together.

    Raises
    ------
    ValueError
        If something is lost in them; its second argument is the line.
    """
    lines = re.split(r"\r\n?|\n", source)
    for number, text in enumerate(lines, 1):
        if found := PRIVATE.search(text):
            raise ValueError(f"U+{ord(found[0]):X} is no letter that a page can show", number)
    open_at, inside, columns = 0, "", 0
    for token in tokens:
        at = token.map[0] + 1 if token.map else 0
        match token.type:
            case "container_part_open":
                if not token.info.strip():
                    raise ValueError("this `:::` closes nothing", at)
                end = token.map[1] if token.map else 0
                if inside or not "".join(lines[end : end + 1]).strip().startswith(":::"):
                    _unclosed(inside or token.info, open_at or at)
                open_at, inside = at, token.info
            case "container_part_close":
                open_at, inside = 0, ""
            case "heading_open" if inside:
                _unclosed(inside, open_at)
            case "heading_open" if token.level:
                raise ValueError("a heading stands alone, not in a list or a quotation", at)
            case "thead_open":
                columns = len(_row(lines[at - 1]))
            case "tr_open" if len(_row(lines[at - 1])) > columns:
                raise ValueError(
                    f"this row has more cells than the {columns} of its head; in a table `|` is "
                    r"written `\|`", at)  # fmt: skip


def _unclosed(condition: str, at: int) -> None:
    what = "it ends with a line `:::`, before a heading and before the next one"
    raise ValueError(f"`::: {condition.strip()}` is not closed: {what}", at)


def _row(text: str) -> list[str]:
    found = escapedSplit(text.strip("> \t"))
    return found[not found[0].strip() : len(found) - (not found[-1].strip())]


def check_token(token: Token) -> None:
    """Look at one token that is about to be shown.

    Raises
    ------
    ValueError
        If the page cannot show it; the message does not say where it stands.
    """
    match token.type:
        case "html_inline" | "html_block":
            what = token.content.strip().splitlines()[0]
            raise ValueError(f"`{what}`: no HTML; words are Markdown")
        case "dollar":
            raise ValueError(r"a `$` has no partner; for a dollar write `\$`")
        case "image":
            raise ValueError(f"`![{token.content}]`: no images; a page asks no other host")
        case "heading_open":
            raise ValueError(f"a heading `{token.markup}` has no use here")
        case "code_inline" | "code_block" | "fence":
            if found := SLOT.search(token.content):
                raise ValueError(f"`{found[0]}`: no live number stands in code")
    if unknown := set(str(token.attrs.get("class", "")).split()) - CLASSES:
        known = ", ".join(sorted(CLASSES))
        raise ValueError(f"`.{min(unknown)}` is no class; there are {known}")
    if other := token.meta.get("insecure_attrs"):
        raise ValueError(f"`{min(other)}`: braces after words hold classes only, {{.shape}}")
