"""Small pieces of HTML and MathML that lessons are worded with.

A slot is a place where a readout's current number stands; the page fills it in.
"""

from gaussians.kit.parts import Role


def slot(key: str, digits: int | str = 2) -> str:
    """Mark the place of a readout in text.

    Formats: so many decimals; with "p" in parentheses where negative; with "m" as wide where
    positive, for matrices; "%" for percent; "e" for a power of ten; "text" as it is; "one|two" for
    words by number, counted from 0.
    """
    return f'<span class="number" data-readout="{key}" data-format="{digits}"></span>'


def number(key: str, role: Role | None = None, digits: int | str = 2) -> str:
    """Mark the place of a readout in an equation."""
    return f'<mn{_class(role)} data-readout="{key}" data-format="{digits}"></mn>'


def symbol(text: str, role: Role | None = None, sub: str = "") -> str:
    """Set a variable, in the colour of its role."""
    letter = f"<mi{_class(role)}>{text}</mi>"
    return f"<msub>{letter}<mn>{sub}</mn></msub>" if sub else letter


def op(text: str, *, goes_on: bool = False) -> str:
    """Set an operator; one that goes on with a formula keeps its space at the start of a line."""
    return f"<mo form='infix'>{text}</mo>" if goes_on else f"<mo>{text}</mo>"


def norm(vector: str) -> str:
    """Set the length of a vector."""
    return f"<mo>‖</mo>{vector}<mo>‖</mo>"


def magnitude(number: str) -> str:
    """Set a number without its sign."""
    return f"<mrow><mo>|</mo>{number}<mo>|</mo></mrow>"


def det(name: str) -> str:
    """Set the determinant of a matrix."""
    return f"<mi>det</mi><mspace width='0.17em'></mspace>{name}"


def matrix(*rows: tuple[str, ...]) -> str:
    """Set a table of entries in brackets; a column has rows of one entry."""
    cells = "".join(
        "<mtr>" + "".join(f"<mtd>{entry}</mtd>" for entry in row) + "</mtr>" for row in rows
    )
    return f"<mrow><mo>[</mo><mtable>{cells}</mtable><mo>]</mo></mrow>"


def square(name: str, role: Role) -> str:
    """Set a 2 × 2 matrix of readouts, named as `entries` of the geometry names them."""
    rows = [[number(f"{name}{i}{j}", role, "2m") for j in (1, 2)] for i in (1, 2)]
    return matrix(*map(tuple, rows))


def math(*parts: str, block: bool = False) -> str:
    """Set an equation from its parts."""
    display = ' display="block"' if block else ""
    return f"<math{display}><mrow>{''.join(parts)}</mrow></math>"


def _class(role: Role | None) -> str:
    return f' class="{role}"' if role else ""
