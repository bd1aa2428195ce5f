"""What a lesson says, as HTML, part by part."""

from dataclasses import dataclass

from gaussians.kit.parts import Prediction


@dataclass(frozen=True)
class Words:
    """All that a reader of a lesson reads, besides the names of its controls."""

    title: str  # plain text
    question: str  # plain text
    lead: str
    captions: dict[str, str]  # by plane
    equation: str
    proofs: str
    predictions: tuple[Prediction, ...]
    story: str
    description: str
    python: str  # computes the lesson's numbers; $key stands for a value of the state
    slots: dict[str, str]  # readouts that stand in the words -> where: file and line
    conditions: dict[str, str]  # under which a part is there -> where
