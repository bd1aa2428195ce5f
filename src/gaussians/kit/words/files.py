"""Words from a lesson's file, read anew when it has changed: a mended lesson needs no restart."""

from functools import cache
from pathlib import Path

from gaussians.kit.words.reader import words_of
from gaussians.kit.words.words import Words, WordsError


def read_words(path: Path) -> Words:
    """Read the words of a lesson from its `words.md`.

    Raises
    ------
    WordsError
        If there is none, it is not UTF-8, or something in it cannot be read.
    """
    return _read(path, stamp(path))


def stamp(path: Path) -> tuple[int, int]:
    """Return what changes when a file does; zeros if there is none."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def file_name(path: Path) -> str:
    """Return how errors call a file of a lesson."""
    return f"{path.parent.name}/{path.name}"


@cache
def _read(path: Path, _: tuple[int, int]) -> Words:
    name = file_name(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WordsError(f"{name} cannot be read: {error.strerror}") from error
    try:
        return words_of(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        at = error.object[: error.start].count(b"\n") + 1
        raise WordsError(f"{name}, line {at}: this is not UTF-8; save the file as such") from error
