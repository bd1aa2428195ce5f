"""Colours can be read, and any eyes tell the roles apart; lines differ by more than colour."""

from itertools import combinations, product

import numpy as np
import pytest

from gaussians.kit.lesson import Array
from gaussians.kit.parts import Curve, Plane, Points
from gaussians.lessons import LESSONS
from gaussians.stage.palette import DARK, LIGHT, PAGE_DARK, PAGE_LIGHT

THEMES = {"light": (LIGHT, PAGE_LIGHT, "#ffffff"), "dark": (DARK, PAGE_DARK, "#191919")}
PLANES = {
    f"{key}, {name}": plane
    for key, lesson in LESSONS.items()
    for name, plane in lesson.planes.items()
}
every_theme = pytest.mark.parametrize("theme", THEMES)

# Linear RGB as eyes without one kind of cones see it, by Machado, Oliveira and Fernandes (2009).
EYES = {
    "usual": np.eye(3),
    "without red": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
         [-0.003882, -0.048116, 1.051998]]
    ),
    "without green": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
         [-0.011820, 0.042940, 0.968881]]
    ),
    "without blue": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
         [0.004733, 0.691367, 0.303900]]
    ),
}  # fmt: skip
_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
     [0.0193339, 0.1191920, 0.9503041]]
)  # fmt: skip


def channels(color: str) -> Array:
    return np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def linear(rgb: Array) -> Array:
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def contrast(one: Array, other: Array) -> float:
    """Ratio of luminances as WCAG 2 defines it."""
    low, high = sorted(linear(rgb) @ [0.2126, 0.7152, 0.0722] for rgb in (one, other))
    return float((high + 0.05) / (low + 0.05))


def lab(rgb: Array) -> Array:
    """CIE 1976 L*, a*, b* of linear RGB."""
    share = _XYZ @ np.clip(rgb, 0, 1) / _XYZ.sum(axis=1)
    bent = share / (3 * (6 / 29) ** 2) + 4 / 29
    x, y, z = np.where(share > (6 / 29) ** 3, np.cbrt(share), bent)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def difference(one: Array, other: Array) -> float:
    """CIEDE2000 of two colours, each L*, a*, b*."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    seventh = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    greyer = 1 + 0.5 * (1 - np.sqrt(seventh / (seventh + 25**7)))
    c1, c2 = np.hypot(a1 * greyer, b1), np.hypot(a2 * greyer, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a * greyer)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180
    hue = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    light, chroma, middle = (l1 + l2) / 2, (c1 + c2) / 2, h1 + turn / 2

    def wave(times: int, ahead: float) -> float:
        return float(np.cos(np.radians(times * middle + ahead)))

    t = 1 - 0.17 * wave(1, -30) + 0.24 * wave(2, 0) + 0.32 * wave(3, 6) - 0.2 * wave(4, -63)
    lightness = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2))
    saturation, tone = (c2 - c1) / (1 + 0.045 * chroma), hue / (1 + 0.015 * chroma * t)
    blue = 60 * np.exp(-((((middle % 360) - 275) / 25) ** 2))
    crossed = -2 * np.sqrt(chroma**7 / (chroma**7 + 25**7)) * np.sin(np.radians(blue))
    squares = lightness**2 + saturation**2 + tone**2
    return float(np.sqrt(squares + crossed * saturation * tone))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [  # from the table of Sharma, Wu and Dalal (2005)
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_differences_are_as_published(one: Array, other: Array, expected: float) -> None:
    assert difference(one, other) == pytest.approx(expected, abs=1e-4)


@every_theme
@pytest.mark.parametrize("eyes", EYES)
def test_any_two_roles_differ_to_all_eyes(theme: str, eyes: str) -> None:
    roles = {role: lab(EYES[eyes] @ linear(channels(c))) for role, c in THEMES[theme][0].items()}
    for one, other in combinations(roles, 2):
        assert difference(roles[one], roles[other]) >= 12, (one, other)


@every_theme
def test_every_colour_can_be_read_on_page_panel_and_slide(theme: str) -> None:
    roles, page, slide = THEMES[theme]
    for color in (*roles.values(), page["ink"], page["quiet"]):
        for ground in (page["ground"], page["panel"], slide):
            assert contrast(channels(color), channels(ground)) >= 4.5, (color, ground)


@every_theme
def test_what_shows_where_to_type_and_what_has_the_focus_can_be_seen(theme: str) -> None:
    _, page, slide = THEMES[theme]
    for name, ground in product(("edge", "focus"), (page["ground"], page["panel"], slide)):
        assert contrast(channels(page[name]), channels(ground)) >= 3, (name, ground)


@every_theme
@pytest.mark.parametrize("plane", PLANES.values(), ids=PLANES)
def test_a_single_dot_can_be_seen(theme: str, plane: Plane) -> None:
    roles, page, slide = THEMES[theme]
    for name, look in plane.marks.items():
        if isinstance(look, Points):
            for ground in map(channels, (page["ground"], slide)):
                dot = look.alpha * channels(roles[look.role]) + (1 - look.alpha) * ground
                assert contrast(dot, ground) >= 3, name


@pytest.mark.parametrize("plane", PLANES.values(), ids=PLANES)
def test_lines_of_two_roles_in_one_plane_differ_in_dash_or_width_too(plane: Plane) -> None:
    lines = {n: look for n, look in plane.marks.items() if isinstance(look, Curve)}
    for (one, a), (other, b) in combinations(lines.items(), 2):
        is_alike = a.dash == b.dash and abs(a.width - b.width) < 1
        assert a.role == b.role or not is_alike, (one, other)
