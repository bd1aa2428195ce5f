"""Reading `words.md`: which section is which part of a lesson."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NoReturn

from markdown_it.token import Token

from gaussians.kit.parts import Prediction
from gaussians.kit.words.markdown import CONDITION, data_when, parse, render
from gaussians.kit.words.words import Words

SECTIONS = ("Lead", "Captions", "Equation", "Proofs", "Predictions", "Story", "Description",
            "Python")  # fmt: skip
_OPTIONAL = {"Captions", "Predictions"}
_CONDITION = re.compile(rf"\s*\{{({CONDITION.pattern})\}}$")
_TERM = re.compile(r"(answer|slip) (\w+)(?: ± ([\d.]+))?")


class WordsError(ValueError):
    """Words that cannot be read; the message names the file and the line."""


@cache
def read_words(path: Path) -> Words:
    """Read the words of a lesson from its `words.md`; parameters are as for `words_of`."""
    return words_of(f"{path.parent.name}/{path.name}", path.read_text("utf-8"))


def words_of(name: str, text: str) -> Words:
    """Read the words of a lesson.

    Parameters
    ----------
    name
        How errors call the file.
    text
        What is in it; the README says how it is written.

    Raises
    ------
    WordsError
        If a section is missing or unknown, or something in it cannot be read.
    """
    return _Reader(name, text).read()


class _Reader:
    """Reads one file, and keeps where everything was."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.tokens = parse(text)
        self.slots: dict[str, str] = {}
        self.conditions: dict[str, str] = {}

    def read(self) -> Words:
        head, sections = self._sections()
        title, question = self._head(head)
        html = {name: self._blocks(tokens) for name, tokens in sections.items()
                if name in ("Proofs", "Story")}  # fmt: skip
        return Words(
            title=title,
            question=question,
            lead=self._inline(sections["Lead"]),
            captions=dict(self._definitions(sections.get("Captions", []))),
            equation=self._html(sections["Equation"]),
            proofs=html["Proofs"],
            predictions=tuple(self._predictions(sections.get("Predictions", []))),
            story=html["Story"],
            description=self._html(sections["Description"]),
            python=self._code(sections["Python"]),
            slots=self.slots,
            conditions=self.conditions,
        )

    def _fail(self, line: int, what: str) -> NoReturn:
        raise WordsError(f"{self.name}, line {line}: {what}")

    def _sections(self) -> tuple[list[Token], dict[str, list[Token]]]:
        head, *parts = _split(self.tokens, "h2")
        sections: dict[str, list[Token]] = {}
        for part in parts:
            name, line = part[1].content, _line(part[0])
            if name not in SECTIONS or name in sections:
                what = "there are two of" if name in sections else "there is no section"
                self._fail(line, f"{what} `## {name}`; there are {', '.join(SECTIONS)}")
            sections[name] = part[3:]
        for name in SECTIONS:
            if name not in sections and name not in _OPTIONAL:
                self._fail(1, f"the section `## {name}` is missing")
        return head, sections

    def _head(self, tokens: list[Token]) -> tuple[str, str]:
        kinds = [token.tag for token in tokens if token.nesting == 1]
        if kinds != ["h1", "p"]:
            self._fail(1, "a title, `# …`, and one paragraph with a question come first")
        title, question = (token for token in tokens if token.type == "inline")
        return _text(title), _text(question)

    def _html(self, tokens: list[Token]) -> str:
        try:
            return render(tokens, self._note)
        except ValueError as error:
            self._fail(error.args[1], error.args[0])

    def _note(self, kind: str, name: str, line: int) -> None:
        kept = {"slot": self.slots, "condition": self.conditions}[kind]
        kept.setdefault(name, f"{self.name}, line {line}")

    def _inline(self, tokens: list[Token]) -> str:
        """Return the HTML of one paragraph, without the paragraph."""
        if [token.type for token in tokens[::2]] != ["paragraph_open", "paragraph_close"]:
            self._fail(_line(tokens[0]) if tokens else 1, "one paragraph is to stand here")
        return self._html(tokens[1:2])

    def _definitions(self, tokens: list[Token]) -> Iterator[tuple[str, str]]:
        """Give each term with the HTML of its definition."""
        for part in _split(tokens, "dt"):
            if part[0].tag == "dt":
                end = [token.type for token in part].index("dd_close")
                yield part[1].content, self._html(part[4:end])

    def _blocks(self, tokens: list[Token]) -> str:
        """Return a section of HTML for each heading."""
        before, *parts = _split(tokens, "h3")
        if before:
            self._fail(_line(before[0]), "a heading, `### …`, comes first")
        return "\n".join(
            f"<section{data_when(when) if when else ''}>\n<h2>{title}</h2>\n{html}\n</section>"
            for title, when, html in (
                (*self._heading(part), self._html(part[3:])) for part in parts
            )
        )

    def _heading(self, part: list[Token]) -> tuple[str, str]:
        """Return the HTML of a heading, and the condition at its end."""
        content, line = part[1].content, _line(part[0])
        when = _CONDITION.search(content)
        if when:
            self._note("condition", when[1].replace(" ", "&"), line)
            content = content[: when.start()]
        (inline,) = parse(content)[1:2]
        inline.map = part[1].map
        return self._html([inline]), when[1] if when else ""

    def _predictions(self, tokens: list[Token]) -> Iterator[Prediction]:
        for part in _split(tokens, "h3")[1:]:
            question, when = self._heading(part)
            line = _line(part[0])
            terms = dict(self._definitions(part[3:]))
            hides = terms.pop("hides", "")
            found = {term: _TERM.fullmatch(term) for term in terms}
            if unknown := next((term for term, match in found.items() if not match), None):
                self._fail(line, f"`{unknown}` is none of: answer NAME, slip NAME, hides")
            matches = [(match, terms[term]) for term, match in found.items() if match]
            answers = [(match, text) for match, text in matches if match[1] == "answer"]
            if len(answers) != 1:
                self._fail(line, f"a prediction has one answer, this one {len(answers)}")
            answer, formula = answers[0]
            used = (*(match[2] for match, _ in matches), *hides.replace(",", " ").split())
            for name in used:
                self._note("slot", name, line)
            yield Prediction(
                question,
                answer=answer[2],
                tolerance=float(answer[3]) if answer[3] else 0.02,
                hints={match[2]: text for match, text in matches if match[1] == "slip"},
                formula=formula,
                hides=tuple(hides.replace(",", " ").split()),
                when=dict(pair.split("=", 1) for pair in when.split()),
            )

    def _code(self, tokens: list[Token]) -> str:
        if [token.type for token in tokens] != ["fence"]:
            self._fail(_line(tokens[0]) if tokens else 1, "a block of code is to stand here")
        return tokens[0].content


def _split(tokens: list[Token], tag: str) -> list[list[Token]]:
    """Cut before each opening of a tag; what is before the first comes first."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.tag == tag and token.nesting == 1:
            parts.append([])
        parts[-1].append(token)
    return parts


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _text(token: Token) -> str:
    return "".join(
        " " if child.type == "softbreak" else child.content for child in token.children or []
    )
