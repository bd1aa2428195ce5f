"""Sections of `words.md`: each is a part of the lesson, and what is amiss is named by its line."""

import pytest

from gaussians.kit.words import WordsError
from gaussians.kit.words.reader import words_of
from gaussians.kit.words.slots import Slot

TEXT = """# Noise

What is
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
    assert '<h2>Really <span class="together"><math>' in words.proofs
    assert words.story.count("<section>") == 1
    assert words.description.startswith("<p><span")
    assert words.python == "print($n)\n"


def test_a_prediction_has_an_answer_slips_and_what_would_tell() -> None:
    (asked,) = words_of("noise/words.md", TEXT).predictions
    assert asked.question == "How many?"
    assert (asked.answer, asked.tolerance) == ("n", 0.5)
    assert asked.hides == ("more", "less")
    assert asked.hints["half"].startswith('That is <span class="together"><math>')
    assert asked.when == {"view": "one|two", "joint": "bent"}
    assert "data-readout" in asked.formula


def line_of(start: str, text: str = TEXT) -> int:
    """Return the first line that starts so, or with "+2" the one two below."""
    start, _, below = start.partition("+")
    lines = enumerate(text.splitlines(), 1)
    return next(i for i, line in lines if line.startswith(start)) + int(below or 0)


def test_it_is_known_where_everything_stands() -> None:
    words = words_of("noise/words.md", TEXT)
    question = f"noise/words.md, line {line_of('### How many?')}"
    assert words.slots[Slot("n", "0")] == f"noise/words.md, line {line_of('{n:0}.')}"
    assert words.slots[Slot("n", "")] == f"noise/words.md, line {line_of('answer n')}"
    assert words.slots[Slot("half", "")] == f"noise/words.md, line {line_of('slip half')}"
    assert words.slots[Slot("less", "")] == f"noise/words.md, line {line_of('hides')}"
    assert words.conditions == {
        "view=one": f"noise/words.md, line {line_of('### Is it?')}",
        "view=one|two&joint=bent": question,
        "view=two": f"noise/words.md, line {line_of('::: view')}",
    }


# What is written instead of what, in which line it is found, what is said.
BAD: dict[str, tuple[str, str, str, str]] = {
    "no title": ("# Noise\n\n", "", "What", "a title, `# …`"),
    "two paragraphs": ("noise?", "noise?\n\nYes?", "# Noise", "a title, `# …`"),
    "an unknown section": ("## Story", "## Tale", "## Tale", "there is no section `## Tale`"),
    "a section twice": ("## Story", "## Lead ", "## Lead ", "there are two of `## Lead`"),
    "a missing section": ("## Equation\n\n$$ x $$\n", "", "# Noise", "the section `## Equation`"),
    "a list for a lead": ("All of", "- All of", "- All", "one paragraph is to stand here"),
    "an empty lead": ("All of **it**.\n", "", "# Noise", "one paragraph is to stand here"),
    "words before a heading": ("## Story\n", "## Story\n\nOh.\n", "Oh.", "a heading, `### …`"),
    "an unknown term": ("slip half", "slip", "slip", "`slip` is none of"),
    "a tolerance of a slip": ("slip half", "slip half ± 1", "slip", "`slip half ± 1` is none of"),
    "no tolerance": ("± 0.5", "± 1.2.3", "answer", "`answer n ± 1.2.3` is none of: answer NAME"),
    "no names": ("more, less", "more less", "hides", "`hides` has names of readouts, a comma"),
    "words below captions": ("## Equation", "Oh.\n\n## Equation", "Oh.", "terms stand here"),
    "words above captions": ("x\n: the", "Oh.\n\nx\n: the", "Oh.", "terms stand here"),
    "words above predictions": ("### How", "Oh.\n\n### How", "Oh.", "a heading with a question"),
    "words below a question": ("answer n", "Oh.\n\nanswer n", "Oh.", "terms stand here"),
    "words below terms": ("## Story", "Oh.\n\n## Story", "Oh.", "terms stand here"),
    "two meanings": (": more, less", ": more\n: less", ": less", "`hides` is there twice"),
    "two captions": ("x\n: the", "x\n: this\n\nx\n: the", "## Captions+5", "`x` is there twice"),
    "two slips": ("hides\n", "slip half\n", "slip half+3", "`slip half` is there twice"),
    "another title": ("{n:0} points.", "# More", "# More", "a heading `#` has no use here"),
    "a small heading": ("Yes.", "#### Yes", "#### Yes", "a heading `####` has no use here"),
    "a heading of a sentence": ("{n:0} points", "### Oh", "### Oh", "a heading `###` has no use"),
    "a heading in a list": ("Yes.", "- ### Yes", "- ### Yes", "a heading stands alone"),
    "a live title": ("# Noise", "# Noise {n:0}", "# Noise", "the title and the question are"),
    "a formula for a title": ("# Noise", "# $s$", "# $s$", "the title and the question are plain"),
    "code in a question": ("noise?", "`noise`?", "What", "the title and the question are plain"),
    "a line below the question": ("## Lead", "***\n\n## Lead", "# Noise", "a title, `# …`"),
    "a part without an end": ("time.\n:::", "time.", "::: view", "`::: view=two` is not closed"),
    "a part over a heading": (
        "{n:0}.\n", "::: view=one\n{n:0}.\n", "::: view=one", "`::: view=one` is not closed"),
    "a part in a part": (
        "{n:0}.\n", "::: view=one\n\n::: view=three\n{n:0}.\n:::\n", "::: view=one",
        "`::: view=one` is not closed"),
    "an end of nothing": ("{n:0}.\n", "Oh.\n\n:::\n", "Oh.+2", "this `:::` closes nothing"),
    "a private letter": ("$n/2$", "$\ue000$", ": That", "U+E000 is no letter"),
    "a private letter in text": ("Yes.", "\uf8ff", "\uf8ff", "U+F8FF is no letter"),
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
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "at", "problem"), BAD.values(), ids=BAD)
def test_what_is_amiss_is_named_with_its_file_and_line(
    old: str, new: str, at: str, problem: str
) -> None:
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    with pytest.raises(WordsError, match=r"^noise/words\.md, line ") as caught:
        words_of("noise/words.md", text)
    assert f"line {line_of(at, text)}: {problem}" in str(caught.value)
