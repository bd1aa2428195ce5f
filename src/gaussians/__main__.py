"""Command line: `python -m gaussians export FOLDER` writes lessons that need no server."""

import argparse
from pathlib import Path

from gaussians.lessons import LESSONS
from gaussians.page.static import export


def main(arguments: list[str] | None = None) -> None:
    """Read the command and do it."""
    parser = argparse.ArgumentParser(prog="python -m gaussians", description=__doc__)
    command = parser.add_subparsers(required=True, metavar="export").add_parser(
        "export", help="write lessons as web pages that need no server"
    )
    command.add_argument("folder", type=Path, help="where to")
    command.add_argument("lesson", nargs="*", help=f"which: {', '.join(LESSONS)} (all if none)")
    command.add_argument(
        "--single-file", action="store_true", help="put all that a lesson needs into its one file"
    )
    asked = parser.parse_args(arguments)
    try:
        written = export(asked.folder, asked.lesson, single_file=asked.single_file)
    except ValueError as error:
        parser.error(str(error))
    print(f"{len(written)} files in {asked.folder}; open {asked.folder / 'index.html'}")


if __name__ == "__main__":
    main()
