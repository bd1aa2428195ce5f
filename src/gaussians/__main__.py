"""Command line: `python -m gaussians serve`, and `export FOLDER`, which needs no server."""

import argparse
import sys
from collections.abc import Callable

from gaussians.lessons import LESSONS
from gaussians.page.serve import Options, serve
from gaussians.page.static import export
from gaussians.record import CannotRecordError


def main(arguments: list[str] | None = None) -> None:
    """Read the command and do it."""
    parser = argparse.ArgumentParser(prog="python -m gaussians", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="serve|export", dest="command")
    _describe_export(commands.add_parser(
        "export", help="write lessons as web pages that need no server"
    ))  # fmt: skip
    _describe_serve(
        commands.add_parser("serve", help="answer browsers, on this computer or beyond")
    )
    asked = parser.parse_args(arguments)
    {"export": _export, "serve": _serve}[asked.command](asked, parser)


def _describe_export(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", help="where to; it is made if it is not there")
    command.add_argument("lesson", nargs="*", help=f"which: {', '.join(LESSONS)} (all if none)")
    command.add_argument(
        "--single-file", action="store_true", help="put all that a lesson needs into its one file"
    )


def _describe_serve(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--address", default=Options.address, help="where to listen: this computer only (localhost)"
        " if nothing is said, 0.0.0.0 for all"
    )  # fmt: skip
    command.add_argument(
        "--port", type=_within(0, 65535), default=Options.port, help="5006 if not said"
    )
    command.add_argument(
        "--workers", type=_within(1, 64), default=Options.workers, help="processes; 1 if not said"
    )
    command.add_argument(
        "--prefix", default=Options.prefix, help="what comes before /apps, behind a proxy"
    )
    command.add_argument(
        "--allow", action="append", default=[], metavar="HOST",
        help="who may put lessons into pages, as host or host:port; may be said again;"
        " everybody if not said"
    )  # fmt: skip


def _within(low: int, high: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {low} to {high}")
        return int(text)

    return number


def _export(asked: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    try:
        written = export(asked.folder, asked.lesson, single_file=asked.single_file)
    except (ValueError, CannotRecordError) as error:
        parser.error(str(error))
    except OSError as error:
        parser.error(f"nothing was written to '{asked.folder}': {error.strerror or error}")
    print(f"{len(written)} files in {asked.folder}; open {written[0]}")


def _serve(asked: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    try:
        serve(Options(asked.address, asked.port, asked.workers, asked.prefix, asked.allow))
    except ValueError as error:
        parser.error(str(error))
    except OSError as error:
        parser.error(f"{asked.address}, port {asked.port}: {error.strerror or error}")


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # by a folder's name
    main()
