"""Command line: `python -m gaussians export FOLDER` writes lessons that need no server."""

import argparse
import sys

from gaussians.lessons import LESSONS
from gaussians.page.static import export
from gaussians.record import CannotRecordError


def main(arguments: list[str] | None = None) -> None:
    """Read the command and do it."""
    parser = argparse.ArgumentParser(prog="python -m gaussians", description=__doc__)
    command = parser.add_subparsers(required=True, metavar="export").add_parser(
        "export", help="write lessons as web pages that need no server"
    )
    command.add_argument("folder", help="where to; it is made if it is not there")
    command.add_argument("lesson", nargs="*", help=f"which: {', '.join(LESSONS)} (all if none)")
    command.add_argument(
        "--single-file", action="store_true", help="put all that a lesson needs into its one file"
    )
    asked = parser.parse_args(arguments)
    try:
        written = export(asked.folder, asked.lesson, single_file=asked.single_file)
    except (ValueError, CannotRecordError) as error:
        parser.error(str(error))
    except OSError as error:
        parser.error(f"nothing was written to '{asked.folder}': {error.strerror or error}")
    print(f"{len(written)} files in {asked.folder}; open {written[0]}")


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # by a folder's name
    main()
