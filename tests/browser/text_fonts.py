"""Sets of text fonts: a browser started with one sees no other font of its computer."""

import os
import sys
from pathlib import Path

import pytest

SETS = {  # what Linux and Android have: a font that tells whether a set is there, and its packages
    "DejaVu": ("DejaVuSans-Oblique.ttf", "fonts-dejavu-core fonts-dejavu-extra"),
    "Noto": ("NotoSans-Regular.ttf", "fonts-noto-core"),
    "Liberation": ("LiberationSans-Regular.ttf", "fonts-liberation"),
}
if sys.platform != "linux":  # only there does a browser ask fontconfig
    SETS = {"the system": ("", "")}
_HOMES = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_CONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <cachedir>{folder}/cache</cachedir>
  <match>
    <edit name="family" mode="append_last" binding="strong"><string>{name} Sans</string></edit>
  </match>
</fontconfig>"""


def environment(name: str, folder: Path) -> dict[str, str]:
    """Put a set of fonts into a folder; return the environment of a browser that sees no other."""
    probe, packages = SETS[name]
    if not probe:
        return dict(os.environ)
    fonts = [font for home in _HOMES for font in Path(home).expanduser().rglob(f"{name}*.ttf")]
    if probe not in {font.name for font in fonts}:
        pytest.fail(f"The font {probe} is missing: `sudo apt-get install {packages}` (Debian).")
    for font in fonts:
        link = folder / font.name
        if not link.exists():
            link.symlink_to(font)
    config = folder / "fonts.conf"
    config.write_text(_CONFIG.format(name=name, folder=folder), encoding="utf-8")
    return dict(os.environ) | {"FONTCONFIG_FILE": str(config)}
