"""The first picture of a plane: SVG where BokehJS will draw, of the same size, until it does.

A plane's box has the size of the page's choice, so places are shares of it: paths are scaled, but
neither their strokes nor dots nor letters are. `script/sketch.js` moves what is drawn here.
"""

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from html import escape

import numpy as np
from markupsafe import Markup

from gaussians.kit.lesson import Array, Lesson
from gaussians.kit.parts import Area, Bars, Curve, Image, Labels, Mark, Numbers, Plane, Points
from gaussians.page.images import png
from gaussians.page.paths import contour, dots, ground, line, placed
from gaussians.stage.figure import number, ticks

SIZE = 1000  # units of a path's own coordinates
CASING = 1.5  # pixels of ground on each side of a line, as script/lines.js paints them
LAYERS = 8  # paths of a cloud: dots of one path do not darken each other where they overlap
_DASHES = {"solid": "", "dashed": ' stroke-dasharray="6"', "dotted": ' stroke-dasharray="2 4"'}
_NAME = 6  # pixels from where a name is to its base
_SCALED = f'viewBox="0 0 {SIZE} {SIZE}" preserveAspectRatio="none"'


def pictures(
    lesson: Lesson, marks: Mapping[str, Array], hidden: AbstractSet[str] = frozenset()
) -> dict[str, Markup]:
    """Draw every plane of a lesson by name; those that are not in sight without any points.

    Parameters
    ----------
    lesson
        In the state that decides which planes are in sight.
    marks
        Of its scene.
    hidden
        Names of marks that are there, but not seen at present.
    """
    return {
        name: _picture(name, plane, marks if lesson.holds(plane.when) else {}, hidden)
        for name, plane in lesson.planes.items()
    }


def handle_places(lesson: Lesson, marks: Mapping[str, Array]) -> dict[str, str]:
    """Return the places of handles by mark, as styles: shares of the plane from its lower left."""
    styles = {}
    for plane in lesson.planes.values():
        for handle in plane.handles:
            right, down = np.clip(placed(plane, marks[handle.mark][0], 1), 0, 1)
            styles[handle.mark] = f"--x: {right:.4f}; --y: {1 - down:.4f}"
    return styles


def _picture(
    name: str, plane: Plane, marks: Mapping[str, Array], hidden: AbstractSet[str]
) -> Markup:
    nothing, base = np.empty((0, 2)), ground(plane, SIZE)
    shapes = (
        _image(mark, look, marks.get(mark, np.zeros((1, 1))), mark in hidden)
        if isinstance(look, Image)
        else _shape(mark, look, placed(plane, marks.get(mark, nothing), SIZE), base, mark in hidden)
        for mark, look in plane.marks.items()
    )
    return Markup(  # made of numbers, of names that Python has, and of texts that are escaped
        f'<svg class="sketch" data-plane="{name}" aria-hidden="true">'
        f"{_axes(plane)}{''.join(shapes)}</svg>"
    )


def _axes(plane: Plane) -> str:
    """Draw the grid, which leaves out the ends of the plane, and its numbers."""
    across, up = ticks(plane)
    right = placed(plane, np.array([[tick, 0] for tick in across]).reshape(-1, 2), SIZE)[
        :, 0
    ].round(1)
    down = placed(plane, np.array([[0, tick] for tick in up]).reshape(-1, 2), SIZE)[:, 1].round(1)
    lines = [f"M{x:g} 0v{SIZE}" for x in right if 0 < x < SIZE]
    lines += [f"M0 {y:g}h{SIZE}" for y in down if 0 < y < SIZE]
    base = f'<path class="base" d="M0 {ground(plane, SIZE):g}h{SIZE}"/>' if plane.base else ""
    numbers = _numbers('x="{}" y="100%" dy="16"', right, across, plane.numbers[0])
    numbers += _numbers('y="{}" dx="-5" dy="5" text-anchor="end"', down, up, plane.numbers[1])
    return f'<svg class="rules" {_SCALED}><path d="{"".join(lines)}"/>{base}</svg>{numbers}'


def _numbers(where: str, places: Array, values: Sequence[float], kind: Numbers) -> str:
    """Write the numbers of an axis; pixels from there are to a text's base."""
    texts = (number(value, kind) for value in values)
    return "".join(
        f"<text {where.format(_percent(place))}>{text}</text>"
        for place, text in zip(places, texts, strict=True)
        if text
    )


def _shape(name: str, look: Mark, points: Array, base: float, is_hidden: bool) -> str:
    match look:
        case Labels():
            kind, scaled = "labels", ""
            shape = "".join(map(_label, look.texts, _or_nowhere(points, len(look.texts))))
        case Points():
            kind, scaled = "dots", _SCALED
            style = (
                f'stroke-width="{look.size * smaller(len(points)):.3g}" opacity="{look.alpha:g}"'
            )
            layers = LAYERS if look.alpha < 1 else 1
            shape = "".join(
                f'<path {style} d="{dots(points[first::layers])}"/>' for first in range(layers)
            )
        case Curve():
            kind, scaled = "line", _SCALED
            style = f'stroke-width="{look.width:g}" opacity="{look.alpha:g}"{_DASHES[look.dash]}'
            shape = f'<path {style} d="{line(points)}"/>'
            if look.alpha == 1:
                casing = f'class="casing" stroke-width="{look.width + 2 * CASING:g}"'
                shape = f'<path {casing} d="{line(points)}"/>{shape}'
        case Area():
            kind, scaled = "area", _SCALED
            shape = f'<path opacity="{look.alpha:g}" d="{line(points)}"/>'
        case Bars(_, alpha):
            kind, scaled = "bars", _SCALED
            path = line(contour(points, base))
            shape = f'<path opacity="{alpha:g}" d="{path}"/>'
            shape += f'<path class="outline" opacity="{math.sqrt(alpha):.3g}" d="{path}"/>'
    unseen = ' display="none"' if is_hidden else ""
    return f'<svg data-mark="{name}" class="{kind} {look.role}" {scaled}{unseen}>{shape}</svg>'


def _image(name: str, look: Image, image: Array, is_hidden: bool) -> str:
    """Fill the plane with the role's colour, as much as a picture in grey lets through."""
    unseen = ' display="none"' if is_hidden else ""
    whole = f'width="{SIZE}" height="{SIZE}"'
    return (
        f'<svg data-mark="{name}" class="image {look.role}" {_SCALED}{unseen}>'
        f'<mask id="shade-{name}"><image {whole} preserveAspectRatio="none" href="{png(image)}"/>'
        f'</mask><rect {whole} opacity="{look.alpha:g}" mask="url(#shade-{name})"/></svg>'
    )


def smaller(count: int) -> float:
    """Return how much of their size many dots have, as script/hasten.js paints them."""
    return min(1.0, math.pow(1500 / max(count, 1), 0.35))


def _label(text: str, point: Array) -> str:
    x, y = map(_percent, point)
    return f'<text x="{x}" y="{y}" dy="{_NAME}">{escape(text)}</text>'


def _or_nowhere(points: Array, count: int) -> Array:
    return points if len(points) else np.full((count, 2), np.nan)


def _percent(place: float) -> str:
    """Write a place as a share of the plane; one that is not there is far outside."""
    return f"{np.round(place / SIZE * 100, 2):g}%" if np.isfinite(place) else "-999%"
