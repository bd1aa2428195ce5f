"""The words of a lesson: its `words.md`, Markdown with LaTeX, colours and live numbers.

An instructor can correct it without a word of Python. Every error names the file and the line.
"""

from gaussians.kit.words.reader import WordsError, read_words
from gaussians.kit.words.words import Words

__all__ = ["Words", "WordsError", "read_words"]
