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
    """Give each term of a definition list, with what defines it."""
    for part in split(tokens, "dt")[1:]:
        start, end = (
            [token.type for token in part].index(f"dd_{side}") for side in ("open", "close")
        )
        yield part[1], part[start + 1 : end]


def line(tokens: Sequence[Token]) -> int:
    """Return the line in which tokens start, from 1."""
    return next((token.map[0] + 1 for token in tokens if token.map), 1)


def text(token: Token) -> str:
    """Return what stands in a paragraph, without its marks."""
    children = token.children or []
    return "".join(" " if child.type == "softbreak" else child.content for child in children)
