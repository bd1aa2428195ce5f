"""Formulas: what LaTeX says, in MathML that a browser sets."""

import re

import pytest

from gaussians.kit.words.latex import mathml


def inside(latex: str, **options: bool) -> str:
    html = mathml(latex, block=False, seen=lambda slot: None, **options)
    return html.removeprefix("<math>").removesuffix("</math>")


CASES = {
    "a colour": (r"\noise{s}", '<mi class="noise">s</mi>'),
    "with its index": (
        r"\shape{A_{12}}",
        '<msub><mi class="shape">A</mi><mn class="shape">12</mn></msub>',
    ),
    "without its sign": (
        r"\observed{-c}",
        '<mrow><mo>−</mo><mi class="observed">c</mi></mrow>',
    ),
    "the inner colour counts": (
        r"\place{\mu \shape{\sigma}}",
        '<mrow><mi class="place">μ</mi><mi class="shape">σ</mi></mrow>',
    ),
    "a number": ("{det:2}", '<mn data-readout="det" data-format="2"></mn>'),
    "a number in colour": (
        r"\place{{t1:2p}}",
        '<mn class="place" data-readout="t1" data-format="2p"></mn>',
    ),
    "a letter": ("{root:text}", '<mi data-readout="root" data-format="text"></mi>'),
    "an index by number": (
        "x_{j ? 1 | 2}",
        '<msub><mi>x</mi><mn data-readout="j" data-format="1|2"></mn></msub>',
    ),
    "a function": (
        r"\det A",
        '<mrow><mi>det</mi><mspace width="0.17em"></mspace><mi>A</mi></mrow>',
    ),
    "signs": (
        "‖x‖",
        '<mrow><mo stretchy="false">‖</mo><mi>x</mi><mo stretchy="false">‖</mo></mrow>',
    ),
    "a relation": (
        r"s \sim p",
        '<mrow><mi>s</mi><mo stretchy="false">∼</mo><mi>p</mi></mrow>',
    ),
    "per cent": (r"5 \%", "<mrow><mn>5</mn><mi>%</mi></mrow>"),
    "a share": ("{share:%}", '<mn data-readout="share" data-format="%"></mn>'),
    "a line that goes on": ("+ 2", '<mrow><mo form="infix">+</mo><mn>2</mn></mrow>'),
    "a line that goes on with a law": (
        r"\sim N",
        '<mrow><mo stretchy="false" form="infix">∼</mo><mi>N</mi></mrow>',
    ),
}


@pytest.mark.parametrize(("latex", "expected"), CASES.values(), ids=CASES)
def test_a_formula_is_set(latex: str, expected: str) -> None:
    assert inside(latex) == expected


def test_a_matrix_of_live_numbers_has_a_number_in_each_cell() -> None:
    seen: list[tuple[str, str]] = []
    html = mathml("{A:2x2} + {t:2x1}", block=True, seen=seen.append)
    assert [key for key, _ in seen] == ["A11", "A12", "A21", "A22", "t1", "t2"]
    assert {kind for _, kind in seen} == {"2m"}
    assert html.startswith('<math display="block">')
    assert html.count("<mtr>") == 4
    assert html.count("<mo>[</mo>") == 2


@pytest.mark.parametrize(
    ("latex", "problem"),
    {
        r"\foo{x}": r"`\foo` is no macro",
        r"\shape A": r"`\shape` is no macro",
        r"\frac{a": "a brace has no partner",
        r"a}": "a brace has no partner",
        "x_": "cannot be read",
        "": "cannot be read",
        "a & b": "cannot be read",
        r"\text{a < b}": "cannot be read",
        r"\text{that is {rank:0}}": "the live number 'rank' cannot stand in a text",
        "\ue000": "none that a page can show",
        r"\color{red} a": r"`\color` is no macro here",
        r"\textcolor{red}{a}": r"`\textcolor` is no macro here",
        r"\href{https://x.org}{a}": r"`\href` is no macro here",
        "5 % of a": r"write \%",
        "a $ b": r"has no end, or write \$",
        "a\n\nb": "an empty line ends no formula",
    }.items(),
)
def test_what_cannot_be_set_is_refused(latex: str, problem: str) -> None:
    with pytest.raises(ValueError, match=re.escape(problem)):
        inside(latex)
