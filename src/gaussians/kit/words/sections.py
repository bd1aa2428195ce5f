"""A document's tokens, cut at its headings and terms."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token


def split(tokens: Sequence[Token], tag: str) -> list[list[Token]]:
    """Cut before each opening of a tag; what is before the first comes first."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.tag == tag and token.nesting == 1:
            parts.append([])
        parts[-1].append(token)
    return parts


def definitions(tokens: Sequence[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """Give each term of a definition list, with what defines it.

    Raises
    ------
    ValueError
        If there is anything else, or a term twice; its second argument is the line.
    """
    term, start = Token("inline", "", 0), 0
    defined: set[str] = set()
    for place, token in enumerate(tokens):
        match token.level, token.type:
            case 0, kind if kind not in ("dl_open", "dl_close"):
                raise ValueError("terms stand here, each with `: …` below, and nothing else",
                                 line([token]))  # fmt: skip
            case 1, "dt_open" | "dd_open":
                term = tokens[place + 1] if token.tag == "dt" else term
                if term.content in defined:
                    raise ValueError(f"`{term.content}` is there twice", line([token]))
                if token.tag == "dd":
                    defined.add(term.content)
                    start = place + 1
            case 1, "dd_close":
                yield term, list(tokens[start:place])


def line(tokens: Sequence[Token]) -> int:
    """Return the line in which tokens start, from 1."""
    return next((token.map[0] + 1 for token in tokens if token.map), 1)


def plain(token: Token) -> str:
    """Return what stands in a paragraph that has no marks.

    Raises
    ------
    ValueError
        If it has any; its second argument is the line.
    """
    children = token.children or []
    found = "".join(" " if child.type == "softbreak" else child.content for child in children)
    if {child.type for child in children} - {"text", "softbreak"} or set(found) & {*"{}"}:
        what = "the title and the question are plain text, without marks, formulas and live numbers"
        raise ValueError(what, line([token]))
    return found
