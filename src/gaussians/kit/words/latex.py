r"""LaTeX as MathML, with live numbers and with colours that mean something: ``\shape{A}``."""

import re
from collections.abc import Callable
from typing import get_args
from xml.etree import ElementTree

from latex2mathml.converter import convert

from gaussians.kit.parts import Role
from gaussians.kit.words.slots import SLOT, Slot, matrices_spelled

_COLOR = re.compile(rf"\\({'|'.join(get_args(Role))})\s*{{")
_PLACES = 0xE000  # first of the letters that nobody uses; each stands for a live number
_SIGNS = {"±", "∓", "‖", "×", "÷"}  # that the converter takes for letters
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
    try:
        found = convert(_COLOR.sub(r"{\\color{\1} ", plain))
    except Exception as error:  # of many kinds, and most say nothing
        raise ValueError(f"the formula cannot be read ({type(error).__name__})") from error
    if unknown := re.search(r"\\\w*", found):
        raise ValueError(f"`{unknown[0]}` is no macro that is known")
    math = ElementTree.fromstring(found.replace(' xmlns="http://www.w3.org/1998/Math/MathML"', ""))
    math.attrib = {"display": "block"} if block else {}
    _color(math)
    _tidy(math)
    text = ElementTree.tostring(math, encoding="unicode", short_empty_elements=False)
    return re.sub(r"<mi([^>]*)>([\ue000-\uf8ff])</mi>", lambda m: _number(m, slots), text)


def _check_braces(latex: str) -> None:
    depth = 0
    for brace in re.findall(r"(?<!\\)[{}]", latex):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            break
    if depth:
        raise ValueError("a brace has no partner")


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
        if child.tag == "mi" and child.text in _SIGNS:
            child.tag, child.attrib = "mo", {"stretchy": "false"}
        elif child.text == "/":
            child.attrib = {"lspace": "0", "rspace": "0"}
        elif child.tag == "mo" and (child.text or "").isalpha():
            child.tag, child.attrib = "mi", {}
            element.insert(place + 1, ElementTree.Element("mspace", width=_THIN))
    if element.tag == "math" and len(element) == 1 and len(element[0]):
        first = element[0][0]
        if first.tag == "mo" and first.text == "+":  # a line goes on, no sign of a number
            first.set("form", "infix")
