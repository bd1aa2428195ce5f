"""Predictions in `words.md`: a question, then terms that say what its answers are."""

import re
from collections.abc import Iterable

from gaussians.kit.parts import Prediction, When

_TERM = re.compile(r"(answer|slip) (\w+)(?: ± ([\d.]+))?|hides")


def prediction(question: str, terms: Iterable[tuple[str, str]], when: When) -> Prediction:
    """Make a prediction of its terms.

    Parameters
    ----------
    question
        HTML.
    terms
        ``answer NAME`` or ``answer NAME ± 0.1`` with the formula that is shown afterwards,
        ``slip NAME`` with a hint, and ``hides`` with the names of readouts that tell.
    when
        Under which choices it is asked.

    Raises
    ------
    ValueError
        If a term is none of these, or there is not one answer.

    Examples
    --------
    >>> asked = prediction("How far?", [("answer r", "r"), ("hides", "x, y")], {})
    >>> asked.answer, asked.hides, asked.tolerance
    ('r', ('x', 'y'), None)
    """
    answers: list[tuple[str, str, str | None]] = []
    hints: dict[str, str] = {}
    hides: list[str] = []
    for term, html in terms:
        found = _TERM.fullmatch(term)
        if not found:
            raise ValueError(f"`{term}` is none of: answer NAME, slip NAME, hides")
        match found.groups():
            case "answer", name, tolerance:
                answers.append((name, html, tolerance))
            case "slip", name, _:
                hints[name] = html
            case _:
                hides += re.findall(r"\w+", html)
    if len(answers) != 1:
        raise ValueError(f"a prediction has one answer, this one has {len(answers)}")
    ((answer, formula, tolerance),) = answers
    return Prediction(
        question,
        answer=answer,
        tolerance=float(tolerance) if tolerance else None,
        hints=hints,
        formula=formula,
        hides=tuple(hides),
        when=when,
    )
