"""The file of a lesson's words: mended while it is served, and never a reason to fail unnamed."""

import os
from pathlib import Path

import pytest
from test_reader import TEXT

from gaussians.kit.words import WordsError, read_words


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "noise"
    folder.mkdir()
    return folder / "words.md"


def test_a_changed_file_is_read_anew_and_another_not(file: Path) -> None:
    file.write_text(TEXT, "utf-8")
    first = read_words(file)
    assert read_words(file) is first
    file.write_text(TEXT.replace("# Noise", "# Voice"), "utf-8")  # as long as before
    os.utime(file, ns=(0, 1))
    assert read_words(file).title == "Voice"


def test_a_mended_file_is_read(file: Path) -> None:
    with pytest.raises(WordsError, match=r"^noise/words\.md cannot be read: No such file"):
        read_words(file)
    file.write_text("", "utf-8")
    with pytest.raises(WordsError, match="is missing"):
        read_words(file)
    file.write_text(TEXT, "utf-8")
    assert read_words(file).title == "Noise"


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_how_an_editor_saves_it_makes_no_difference(file: Path, start: bytes, end: str) -> None:
    file.write_text(TEXT, "utf-8")
    expected = read_words(file)
    file.write_bytes(start + TEXT.replace("\n", end).encode())
    os.utime(file, ns=(0, 1))
    assert read_words(file) == expected


def test_another_encoding_is_named_with_its_line(file: Path) -> None:
    file.write_bytes(TEXT.replace("All of", "für").encode("latin-1"))
    with pytest.raises(WordsError, match=r"^noise/words\.md, line 8: this is not UTF-8"):
        read_words(file)
