"""Markdown: what an instructor writes, as the page has it."""

import pytest

from gaussians.kit.words.markdown import render
from gaussians.kit.words.parse import parse


def html(text: str) -> str:
    return render(parse(text), lambda *_: None)


CASES = {
    "a colour": ("[grey]{.noise}", '<p><span class="noise">grey</span></p>'),
    "a number": (
        "It is {det:2}.",
        '<p>It is <span class="number" data-readout="det" data-format="2"></span>.</p>',
    ),
    "words by number, over lines": (
        "It {m ? does\nnot | does} so.",
        '<p>It <span class="number" data-readout="m" data-format="does not|does"></span> so.</p>',
    ),
    "words by number, with a space that stays": (
        "{m ? cos&nbsp;5x | a\nstep}",
        '<p><span class="number" data-readout="m"'
        ' data-format="cos\N{NO-BREAK SPACE}5x|a step"></span></p>',
    ),
    "a formula": ("$a$ $b$", "<p><math><mi>a</mi></math> <math><mi>b</mi></math></p>"),
    "what no line begins or ends with": (
        "the sd ($a$), so $b$.",
        '<p>the sd <span class="together">(<math><mi>a</mi></math>),</span> so '
        '<span class="together"><math><mi>b</mi></math>.</span></p>',
    ),
    "a formula on its own": ("$$ a $$", '<math display="block"><mi>a</mi></math>'),
    "a row of a name and a number": (
        "rank\n: {rank:0}",
        "<dl>\n<dt>rank</dt>\n<dd>"
        '<span class="number" data-readout="rank" data-format="0"></span></dd>\n</dl>',
    ),
    "a part that is there for some choices": (
        "::: view=a|b joint=c\nText.\n:::",
        '<div data-when="view=a|b&amp;joint=c">\n<p>Text.</p>\n</div>',
    ),
    "less than": ("a < b", "<p>a\N{NO-BREAK SPACE}&lt;\N{NO-BREAK SPACE}b</p>"),
    "what no line ends after": (
        "a = [b]{.noise} or 5 %",
        '<p>a\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}<span class="noise">b</span>'
        " or 5\N{NO-BREAK SPACE}%</p>",
    ),
    "what looks like a reference": ("[a]: b", "<p>[a]: b</p>"),
    "a dollar": (r"\$5 or \$6", "<p>$5 or $6</p>"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_it_becomes_html(text: str, expected: str) -> None:
    assert html(text) == expected


def test_a_table_has_headings_for_its_columns_and_rows() -> None:
    found = html("| k | share |\n|---|---:|\n| 1 | {m ? a \\| b} |\n| 2 | 3 |")
    assert found.count('<th scope="col">') == 2
    assert found.count('<th scope="row">') == 2
    assert found.count("</th>") == 4
    assert found.count("<td>") == found.count("</td>") == 2
    assert 'data-format="a|b"' in found


def test_an_empty_corner_of_a_table_is_no_heading() -> None:
    found = html("|   | share |\n|---|---:|\n| 1 | 2 |")
    assert found.count("<th") == 3  # <thead>, the column's and the row's
    assert "<td></td>" in found


BAD = {
    "a macro": ("One\ntwo $\\foo$.", r"`\foo` is no macro that is known", 2),
    "a macro below a formula": ("$$\na\n$$\n\n$\\foo$", "is no macro", 5),
    "a brace of a formula": ("\n\n$\\frac{a$", "a brace has no partner", 3),
    "a format": ("It is {det:two}.", "`{det:two}.`: a brace is for a live number", 1),
    "an open brace": ("One\n\ntwo {det:2", "a brace is for a live number", 3),
    "in a table": ("| a |\n|---|\n| b |\n| {c} |", "a brace is for a live number", 4),
    "HTML": ("One\n<b>two</b>", "`<b>`: no HTML", 2),
    "a comment": ("One\n\n<!-- two -->", "`<!-- two -->`: no HTML", 3),
    "a picture": ("One\n![two](https://x.org/2.png)", "`![two]`: no images", 2),
    "a live number in a picture": ("![{size:2}](2.png)", "no images", 1),
    "a class": ("One\n[two]{.plase}", "`.plase` is no class; there are dashed", 2),
    "a style": ("[two]{style=x}", "`style`: braces after words hold classes only", 1),
    "a live number in code": ("One\n`{size:2}`", "`{size:2}`: no live number stands in code", 2),
    "a live number in a block": ("    {size:2}", "no live number stands in code", 1),
    "a long row": ("| a |\n|---|\n| b | c |", "this row has more cells than the 1 of its he", 3),
    "a bar in a table": ("| a |\n|---|\n| $|b|$ |", r"in a table `|` is written `\|`", 3),
    "an open formula in a line": ("One\n$a", "a `$` has no partner", 2),
    "an open formula at the end": ("One\n\n$$ a", "a `$` has no partner", 3),
    "an open formula": ("$$ a\n\nb\n\n$$ c $$", "a formula before it has no end", 1),
    "an open formula and text": ("$$ a\n\nText.\n\n$$", "an empty line ends no formula", 1),
    "after words over lines": ("{m ? a\n| b}\n$\\foo$", "is no macro", 3),
}


@pytest.mark.parametrize(("text", "problem", "line"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, problem: str, line: int) -> None:
    with pytest.raises(ValueError, match=r"\w") as caught:
        html(text)
    assert problem in caught.value.args[0]
    assert caught.value.args[1] == line
