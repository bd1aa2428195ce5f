"""Predictions in `words.md`: a question, then terms that say what its answers are."""

import re
from collections.abc import Iterable

from gaussians.kit.parts import Prediction, When
from gaussians.kit.words.markdown import Notes
from gaussians.kit.words.slots import Slot

_TERM = re.compile(r"(answer) (\w+)(?: ± (\d+(?:\.\d+)?|\.\d+))?|(slip) (\w+)|hides")
_NAMES = re.compile(r"\w+(\s*,\s*\w+)*")


def prediction(
    question: str, terms: Iterable[tuple[str, str, int]], *, when: When, seen: Notes
) -> Prediction:
    """Make a prediction of its terms.

    Parameters
    ----------
    question
        HTML.
    terms
        ``answer NAME`` or ``answer NAME ± 0.1`` with the formula that is shown afterwards,
        ``slip NAME`` with a hint, and ``hides`` with the names of readouts that tell; each with
        its line.
    when
        Under which choices it is asked.
    seen
        Is told each readout that a term names.

    Raises
    ------
    ValueError
        If a term is none of these, its second argument is the line; or if there is not one answer.

    Examples
    --------
    >>> terms = [("answer r", "r", 3), ("hides", "x, y", 6)]
    >>> asked = prediction("How far?", terms, when={}, seen=lambda readout, line: None)
    >>> asked.answer, asked.hides, asked.tolerance
    ('r', ('x', 'y'), None)
    """
    answers: list[tuple[str, str, str | None]] = []
    hints: dict[str, str] = {}
    hides: list[str] = []
    for term, html, line in terms:
        found = _TERM.fullmatch(term)
        if not found:
            forms = "answer NAME, answer NAME ± 0.1, slip NAME, hides"
            raise ValueError(f"`{term}` is none of: {forms}", line)
        match [part for part in found.groups() if part]:
            case "answer", name, *more:
                answers.append((name, html, more[0] if more else None))
                seen(Slot(name, ""), line)
            case "slip", name:
                hints[name] = html
                seen(Slot(name, ""), line)
            case _:
                text = re.sub("</?p>", "", html)
                if not _NAMES.fullmatch(text):
                    raise ValueError("`hides` has names of readouts, a comma between them", line)
                hides += re.findall(r"\w+", text)
                for name in hides:
                    seen(Slot(name, ""), line)
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
