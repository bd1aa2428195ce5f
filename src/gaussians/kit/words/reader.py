"""Reading `words.md`: which section is which part of a lesson."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NoReturn, TypeVar

from markdown_it.token import Token

from gaussians.kit.parts import Prediction, Step
from gaussians.kit.words.markdown import CONDITION, data_when, render
from gaussians.kit.words.parse import parse, parse_inline
from gaussians.kit.words.predictions import prediction
from gaussians.kit.words.sections import definitions, line, plain, split
from gaussians.kit.words.slots import Slot
from gaussians.kit.words.steps import step
from gaussians.kit.words.words import Words, WordsError

T = TypeVar("T")
SECTIONS = ("Lead", "Captions", "Symbols", "Steps", "Equation", "Proofs", "Predictions", "Story",
            "Description", "Python")  # fmt: skip
_OPTIONAL = {"Captions", "Symbols", "Steps", "Predictions"}
_CONDITION = re.compile(rf"\s*\{{({CONDITION.pattern})\}}$")


def words_of(name: str, markdown: str) -> Words:
    """Read the words of a lesson.

    Parameters
    ----------
    name
        How errors call the file.
    markdown
        What is in it; the README says how it is written.

    Raises
    ------
    WordsError
        If a section is missing or unknown, or something in it cannot be read.
    """
    try:
        return _Reader(name, markdown).read()
    except ValueError as error:  # all of this package say what and in which line
        what, at = error.args
        raise WordsError(f"{name}, line {at}: {what}") from error


def _fail(at: int, what: str) -> NoReturn:
    raise ValueError(what, at)


class _Reader:
    """Reads one file, and keeps where everything was."""

    def __init__(self, name: str, markdown: str) -> None:
        self.name = name
        self.tokens = parse(markdown)
        self.slots: dict[Slot, str] = {}
        self.conditions: dict[str, str] = {}

    def read(self) -> Words:
        head, sections = self._sections()
        title, question = self._head(head)
        return Words(
            title=title,
            question=question,
            lead=self._inline(sections["Lead"]),
            captions={
                plane.content: self._html(caption)
                for plane, caption in definitions(sections.get("Captions", []))
            },
            symbols=dict(self._symbols(sections.get("Symbols", []))),
            steps=tuple(self._steps(sections.get("Steps", []))),
            equation=self._html(sections["Equation"]),
            proofs=self._blocks(sections["Proofs"]),
            predictions=tuple(self._predictions(sections.get("Predictions", []))),
            story=self._blocks(sections["Story"]),
            description=self._html(sections["Description"]),
            python=self._code(sections["Python"]),
            slots=self.slots,
            conditions=self.conditions,
        )

    def _sections(self) -> tuple[list[Token], dict[str, list[Token]]]:
        head, *parts = split(self.tokens, "h2")
        sections: dict[str, list[Token]] = {}
        for part in parts:
            name, at = part[1].content, line(part)
            if name not in SECTIONS or name in sections:
                what = "there are two of" if name in sections else "there is no section"
                _fail(at, f"{what} `## {name}`; there are {', '.join(SECTIONS)}")
            sections[name] = part[3:]
        for name in SECTIONS:
            if name not in sections and name not in _OPTIONAL:
                _fail(1, f"the section `## {name}` is missing")
        return head, sections

    def _head(self, tokens: list[Token]) -> tuple[str, str]:
        kinds = [token.tag or token.type for token in tokens if token.nesting >= 0]
        if kinds != ["h1", "inline", "p", "inline"]:
            _fail(1, "a title, `# …`, and one paragraph with a question come first")
        title, question = (token for token in tokens if token.type == "inline")
        return plain(title), plain(question)

    def _html(self, tokens: list[Token]) -> str:
        return render(tokens, self._note)

    def _note(self, what: Slot | str, at: int) -> None:
        where = f"{self.name}, line {at}"
        if isinstance(what, Slot):
            self.slots.setdefault(what, where)
        else:
            self.conditions.setdefault(what, where)

    def _inline(self, tokens: list[Token]) -> str:
        """Return the HTML of one paragraph, without the paragraph."""
        if [token.type for token in tokens[::2]] != ["paragraph_open", "paragraph_close"]:
            _fail(line(tokens), "one paragraph is to stand here")
        return self._html(tokens[1:2])

    def _blocks(self, tokens: list[Token]) -> str:
        """Return a section of HTML for each heading."""
        before, *parts = split(tokens, "h3")
        if before:
            _fail(line(before), "a heading, `### …`, comes first")
        return "\n".join(
            f"<section{data_when(when) if when else ''}>\n<h2>{title}</h2>\n{html}\n</section>"
            for title, when, html in (
                (*self._heading(part), self._html(part[3:])) for part in parts
            )
        )

    def _heading(self, part: list[Token]) -> tuple[str, str]:
        """Return the HTML of a heading, and the condition at its end."""
        content = part[1].content
        when = _CONDITION.search(content)
        if when:
            self._note(when[1].replace(" ", "&"), line(part))
            content = content[: when.start()]
        inline = parse_inline(content)
        inline.map = part[1].map
        return self._html([inline]), when[1] if when else ""

    def _predictions(self, tokens: list[Token]) -> Iterator[Prediction]:
        before, *parts = split(tokens, "h3")
        if before:
            _fail(line(before), "a heading with a question, `### …`, comes first")
        for part in parts:
            question, condition = self._heading(part)
            when = dict(pair.split("=", 1) for pair in condition.split())
            yield self._of_terms(
                partial(prediction, when=when, seen=self._note), part, part[3:], question
            )

    def _symbols(self, tokens: list[Token]) -> Iterator[tuple[str, tuple[str, ...]]]:
        for term, marks in definitions(tokens):
            names = tuple(re.findall(r"\w+", re.sub("<[^>]*>", "", self._html(marks))))
            for symbol in term.content.split(","):
                yield symbol.strip(), names

    def _steps(self, tokens: list[Token]) -> Iterator[Step]:
        before, *parts = split(tokens, "h3")
        if before:
            _fail(line(before), "a heading, `### …`, comes first")
        for part in parts:
            title, when = self._heading(part)
            if when:
                _fail(line(part), "a step is there whatever is chosen: it has no condition")
            ends = [place for place, token in enumerate(part) if token.type == "dl_open"]
            words, terms = (
                part[3 : ends[-1]] if ends else part[3:],
                part[ends[-1] :] if ends else [],
            )
            yield self._of_terms(step, part, terms, title, self._html(words))

    def _of_terms(
        self, make: Callable[..., T], part: list[Token], tokens: list[Token], *words: Any
    ) -> T:
        """Make something of words and terms; an error in it is one of its line."""
        terms = [
            (term.content, self._html(html), line([term])) for term, html in definitions(tokens)
        ]
        try:
            return make(*words, terms)
        except ValueError as error:
            raise ValueError(error.args[0], *(error.args[1:] or (line(part),))) from error

    def _code(self, tokens: list[Token]) -> str:
        if [token.type for token in tokens] != ["fence"]:
            _fail(line(tokens), "a block of code is to stand here")
        return tokens[0].content
