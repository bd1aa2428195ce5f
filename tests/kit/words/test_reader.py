"""Sections of `words.md`: each is a part of the lesson, and what is amiss is named by its line."""

import pytest

from gaussians.kit.words import WordsError
from gaussians.kit.words.reader import words_of

TEXT = """# Noise

What *is*
noise?

## Lead

All of **it**.

## Captions

x
: the points, [after]{.key .shape}

## Equation

$$ x $$

## Proofs

### Is it? {view=one}

Yes.

### Really $so$?

{n:0}.

## Predictions

### How many? {view=one|two joint=bent}

answer n ± 0.5
: $n = {n:0}$

slip half
: That is $n/2$.

hides
: more, less

## Story

### Once

::: view=two
Upon a time.
:::

## Description

{n:0} points.

## Python

```python
print($n)
```
"""


def test_each_section_is_a_part() -> None:
    words = words_of("noise/words.md", TEXT)
    assert (words.title, words.question) == ("Noise", "What is noise?")
    assert words.lead == "All of <strong>it</strong>."
    assert words.captions == {"x": 'the points, <span class="key shape">after</span>'}
    assert words.equation == '<math display="block"><mi>x</mi></math>'
    assert words.proofs.startswith('<section data-when="view=one">\n<h2>Is it?</h2>\n<p>Yes.</p>')
    assert "<h2>Really <math><mrow><mi>s</mi><mi>o</mi></mrow></math>?</h2>" in words.proofs
    assert words.story.count("<section>") == 1
    assert words.description.startswith("<p><span")
    assert words.python == "print($n)\n"


def test_a_prediction_has_an_answer_slips_and_what_would_tell() -> None:
    (asked,) = words_of("noise/words.md", TEXT).predictions
    assert asked.question == "How many?"
    assert (asked.answer, asked.tolerance) == ("n", 0.5)
    assert asked.hides == ("more", "less")
    assert asked.hints["half"].startswith("That is <math>")
    assert asked.when == {"view": "one|two", "joint": "bent"}
    assert "data-readout" in asked.formula


def line_of(start: str, text: str = TEXT) -> int:
    (found,) = (i for i, line in enumerate(text.splitlines(), 1) if line.startswith(start))
    return found


def test_it_is_known_where_everything_stands() -> None:
    words = words_of("noise/words.md", TEXT)
    question = f"noise/words.md, line {line_of('### How many?')}"
    assert words.slots["n"] == f"noise/words.md, line {line_of('{n:0}.')}"
    assert words.slots["less"] == question
    assert words.conditions == {
        "view=one": f"noise/words.md, line {line_of('### Is it?')}",
        "view=one|two&joint=bent": question,
        "view=two": f"noise/words.md, line {line_of('::: view')}",
    }


BAD = {  # what is written instead of what, in which line it is found, what is said
    "no title": ("# Noise\n\n", "", "What", "a title, `# …`"),
    "two paragraphs": ("noise?", "noise?\n\nYes?", "# Noise", "a title, `# …`"),
    "an unknown section": ("## Story", "## Tale", "## Tale", "there is no section `## Tale`"),
    "a section twice": ("## Story", "## Lead ", "## Lead ", "there are two of `## Lead`"),
    "a missing section": ("## Equation\n\n$$ x $$\n", "", "# Noise", "the section `## Equation`"),
    "a list for a lead": ("All of", "- All of", "- All", "one paragraph is to stand here"),
    "an empty lead": ("All of **it**.\n", "", "# Noise", "one paragraph is to stand here"),
    "words before a heading": ("## Story\n", "## Story\n\nOh.\n", "Oh.", "a heading, `### …`"),
    "an unknown term": ("slip half", "slip", "### How", "`slip` is none of"),
    "no answer": (
        "answer n ± 0.5",
        "slip n",
        "### How",
        "a prediction has one answer, this one has 0",
    ),
    "no code": ("```python\nprint($n)\n```", "only", "only", "a block of code is to stand"),
    "a condition": ("::: view=two", "::: view", "::: view", "`::: view` is no condition"),
    "a heading's brace": ("### Once", "### Once {view}", "### Once", "`{view}`: a brace is for"),
    "a caption's macro": ("[after]{.key .shape}", "$\\foo$", ": the", r"$\foo$: `\foo` is no"),
    "a hint's macro": ("$n/2$", "$\\foo$", ": That", r"$\foo$: `\foo` is no macro"),
}


@pytest.mark.parametrize(("old", "new", "at", "problem"), BAD.values(), ids=BAD)
def test_what_is_amiss_is_named_with_its_file_and_line(
    old: str, new: str, at: str, problem: str
) -> None:
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    with pytest.raises(WordsError, match=r"^noise/words\.md, line ") as caught:
        words_of("noise/words.md", text)
    assert f"line {line_of(at, text)}: {problem}" in str(caught.value)
