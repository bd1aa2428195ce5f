"""Live numbers: places in text and equations that a readout's current number stands in.

``{area:2}`` is a number with two decimals. Formats: so many decimals; with "p" in parentheses where
negative; with "m" as wide where positive, for matrices; "," for a whole number with commas; "%" for
percent; "e" for a power of ten; "text" as it is. ``{rank ? none | one | two}`` chooses words by
number, counted from 0. The page's script writes the numbers (`page/script/numbers.js`);
`tests/page/formats.json` has cases of all.
"""

import re
from html import escape, unescape
from typing import NamedTuple

SLOT = re.compile(
    r"\{(?P<key>[A-Za-z]\w*)"
    r"(?::(?P<format>\d[pm]?|,|%|e|text)|\s*\?(?P<words>[^{}$]*\|[^{}$]*))\}"
)
_MATRIX = re.compile(r"\{([A-Za-z]\w*):(\d)x(\d)\}")


class Slot(NamedTuple):
    """A readout and how it is written."""

    key: str
    format: str

    @classmethod
    def of(cls, found: re.Match[str]) -> "Slot":
        """Read what `SLOT` has found."""
        if found["words"] is None:
            return cls(found["key"], found["format"])
        # As in other words, &nbsp; is a space that stays one, and a line's end is any space.
        choices = (re.sub(r"[ \n]+", " ", each).strip(" ") for each in found["words"].split("|"))
        return cls(found["key"], unescape("|".join(choices)))

    def element(self, tag: str) -> str:
        """Mark the place in HTML or MathML."""
        kind = ' class="number"' if tag == "span" else ""
        name, text = escape(self.key), escape(self.format)
        return f'<{tag}{kind} data-readout="{name}" data-format="{text}"></{tag}>'


def matrices_spelled(latex: str) -> str:
    r"""Write matrices of live numbers entry by entry; a column's entries have one index.

    >>> print(matrices_spelled("{t:2x1}"))
    \begin{bmatrix}{t1:2m}\\{t2:2m}\end{bmatrix}
    """
    return _MATRIX.sub(_spell, latex)


def _spell(found: re.Match[str]) -> str:
    name, rows, columns = found[1], int(found[2]), int(found[3])
    lines = []
    for i in range(1, rows + 1):
        indices = [f"{i}{j}" for j in range(1, columns + 1)] if columns > 1 else [f"{i}"]
        lines.append("&".join(f"{{{name}{index}:2m}}" for index in indices))
    return r"\begin{bmatrix}" + r"\\".join(lines) + r"\end{bmatrix}"
