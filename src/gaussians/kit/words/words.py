"""What a lesson says, as HTML, part by part."""

from dataclasses import dataclass

from gaussians.kit.parts import Prediction, Step
from gaussians.kit.words.slots import Slot


class WordsError(ValueError):
    """Words that cannot be read; the message names the file and the line."""


@dataclass(frozen=True)
class Words:
    """All that a reader of a lesson reads, besides the names of its controls."""

    title: str  # plain text
    question: str  # plain text
    lead: str
    captions: dict[str, str]  # by plane
    symbols: dict[str, tuple[str, ...]]  # coloured words or letters -> marks that they stand for
    steps: tuple[Step, ...]
    equation: str
    proofs: str
    predictions: tuple[Prediction, ...]
    story: str
    description: str
    python: str  # computes the lesson's numbers; $key stands for a value of the state
    slots: dict[Slot, str]  # readouts in the words, without a format if named only -> file and line
    conditions: dict[str, str]  # under which a part is there -> where

    def texts(self) -> tuple[str, ...]:
        """Return what stands in the page, as HTML."""
        steps = (part for step in self.steps for part in (step.title, step.text))
        return self.lead, *self.captions.values(), *steps, self.equation, self.proofs, self.story
