r"""LaTeX as MathML, with live numbers and with colours that mean something: ``\shape{A}``."""

import re
from collections.abc import Callable
from typing import get_args
from xml.etree import ElementTree

from latex2mathml.converter import convert

from gaussians.kit.parts import Role
from gaussians.kit.words.refuse import PRIVATE
from gaussians.kit.words.slots import SLOT, Slot, matrices_spelled

_COLOR = re.compile(rf"\\({'|'.join(get_args(Role))})\s*{{")
_BARRED = re.compile(r"\\(?:(?:text)?color|f?colorbox|href|class|style)(?![A-Za-z])")
_PLACES = 0xE000  # first of the letters that nobody uses; each stands for a live number
_SIGNS = set("±∓‖×÷∼⟂⟹⟺")  # that the converter takes for letters
_THIN = "0.17em"


def mathml(latex: str, *, block: bool, seen: Callable[[Slot], None]) -> str:
    r"""Set a formula.

    Parameters
    ----------
    latex
        The formula; live numbers stand in it as in text.
    block
        Whether it stands alone.
    seen
        Is told each live number.

    Raises
    ------
    ValueError
        If a brace has no partner or LaTeX cannot be read; the message does not say where it stands.

    Examples
    --------
    >>> mathml(r"\shape{A} s", block=False, seen=print)
    '<math><mrow><mi class="shape">A</mi><mi>s</mi></mrow></math>'
    """
    slots: list[Slot] = []

    def letter(found: re.Match[str]) -> str:
        slots.append(Slot.of(found))
        seen(slots[-1])
        return chr(_PLACES + len(slots) - 1)

    _check_braces(latex)
    plain = SLOT.sub(letter, matrices_spelled(latex))
    _check_signs(plain)
    math = _converted(plain)
    math.attrib = {"display": "block"} if block else {}
    _color(math)
    _tidy(math)
    text = ElementTree.tostring(math, encoding="unicode", short_empty_elements=False)
    return _with_numbers(text, slots)


def _converted(latex: str) -> ElementTree.Element:
    try:
        found = convert(_COLOR.sub(r"{\\color{\1} ", latex))
        found = found.replace(' xmlns="http://www.w3.org/1998/Math/MathML"', "")
        math = ElementTree.fromstring(found)
    except Exception as error:  # of many kinds, and most say nothing
        raise ValueError(f"the formula cannot be read ({type(error).__name__})") from error
    if unknown := re.search(r"\\\w*", found):
        raise ValueError(f"`{unknown[0]}` is no macro that is known")
    return math


def _with_numbers(text: str, slots: list[Slot]) -> str:
    """Put each live number where its letter stands, alone."""
    letter = rf"<mi([^>]*)>({PRIVATE.pattern})</mi>"
    places = sorted(ord(found[1]) - _PLACES for found in re.findall(letter, text))
    for place, slot in enumerate(slots):
        if place not in places:
            raise ValueError(f"the live number {slot.key!r} cannot stand in a text or a macro here")
    if len(PRIVATE.findall(text)) != len(slots):
        raise ValueError("a letter of it is none that a page can show")
    return re.sub(letter, lambda found: _number(found, slots), text)


def _check_braces(latex: str) -> None:
    depth = 0
    for brace in re.findall(r"(?<!\\)[{}]", latex):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            break
    if depth:
        raise ValueError("a brace has no partner")


def _check_signs(latex: str) -> None:
    if barred := _BARRED.search(latex):
        raise ValueError(f"`{barred[0]}` is no macro here; a colour is \\shape{{…}}")
    if re.search(r"(?<!\\)%", latex):
        raise ValueError(r"LaTeX drops what comes after a %: write \%")
    if re.search(r"(?<!\\)\$", latex):
        raise ValueError(r"a formula before it has no end, or write \$")
    if re.search(r"\S\s*\n\s*\n\s*\S", latex):
        raise ValueError("an empty line ends no formula: `$$` does")


def _number(found: re.Match[str], slots: list[Slot]) -> str:
    slot = slots[ord(found[2]) - _PLACES]
    tag = "mi" if slot.format == "text" else "mn"
    return slot.element(tag).replace(f"<{tag}", f"<{tag}{found[1]}", 1)


def _color(math: ElementTree.Element) -> None:
    """Give a colour's role to letters and numbers; signs between them keep the ink."""
    for style in reversed(list(math.iter("mstyle"))):  # inner colours come first
        if role := style.attrib.pop("mathcolor", None):
            style.tag = "mrow"
            for leaf in style.iter():
                if leaf.tag in ("mi", "mn", "mtext"):
                    leaf.attrib.setdefault("class", role)


def _tidy(element: ElementTree.Element) -> None:
    """Unwrap rows of one, and make of signs and of names of functions what they are."""
    for place, child in enumerate(element):
        _tidy(child)
        while child.tag == "mrow" and len(child) == 1 and not child.attrib:
            child = child[0]
        element[place] = child
    for place, child in reversed(list(enumerate(element))):
        if child.tag == "mi" and child.text == "~":
            child.text = "∼"
        if child.tag == "mi" and child.text in _SIGNS:
            child.tag, child.attrib = "mo", {"stretchy": "false"}
        elif child.text == "/":
            child.attrib = {"lspace": "0", "rspace": "0"}
        elif child.tag == "mo" and (child.text or "").isalpha():
            child.tag, child.attrib = "mi", {}
            element.insert(place + 1, ElementTree.Element("mspace", width=_THIN))
    if element.tag == "math" and len(element) == 1 and len(element[0]):
        first = element[0][0]
        if first.tag == "mo" and first.text in ("+", "∼"):  # a line goes on, no sign of a number
            first.set("form", "infix")
