"""Files put into somebody's folder: all of them or none, and nothing of anybody else's is lost."""

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

_SAYS = "Written by `python -m gaussians export`, which overwrites it."
MARKS = {".html": f"<!-- {_SAYS} -->\n", ".js": f"/* {_SAYS} */\n"}  # a file's first line


def write(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Write texts by name into a folder, which is made if it is not there.

    They are written beside their places first, so that a full disk leaves no half of them.

    Raises
    ------
    ValueError
        If the folder's place is taken, or the place of a file by one that `write` did not write.
    OSError
        If the system refuses; what was there is still there, unchanged.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        kind = "a link that leads nowhere" if folder.is_symlink() else "a file"
        raise ValueError(f"`folder` must be a folder, and '{folder}' is {kind}")
    paths = [folder / name for name in files]
    for path in paths:
        if os.path.lexists(path) and not _is_own(path):
            raise ValueError(f"'{path}' is not from an export: move it, or choose another folder")
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".export-", dir=folder) as beside:
        for path, text in zip(paths, files.values(), strict=True):
            new = Path(beside, path.name)
            new.write_text(MARKS[path.suffix] + text, "utf-8", newline="\n")
        for path in paths:
            Path(beside, path.name).replace(path)
    return paths


def _is_own(path: Path) -> bool:
    mark = MARKS[path.suffix].encode()
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(mark)) == mark
