"""The words of a lesson: its `words.md`, Markdown with LaTeX, colours and live numbers.

An instructor can correct it without a word of Python. Every error names the file and the line.
"""

from gaussians.kit.words.files import file_name, read_words, stamp
from gaussians.kit.words.words import Words, WordsError

__all__ = ["Words", "WordsError", "file_name", "read_words", "stamp"]
