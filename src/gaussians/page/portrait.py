"""A lesson's picture for the contents list, made from its scene: SVG that follows the theme."""

from functools import cache

import numpy as np
from markupsafe import Markup

from gaussians.kit.lesson import Array, Lesson
from gaussians.kit.parts import Area, Curve, Labels, Mark, Plane, Points

SIZE = 100  # units of the picture's own coordinates
_FEW = 150  # dots of a cloud
_LOOK = (  # attributes, for a page whose styles are blocked would fill everything with black
    'width="56" height="56" fill="none" stroke="currentColor" '
    'stroke-linecap="round" stroke-linejoin="round"'
)


@cache
def portrait(lesson: type[Lesson]) -> Markup:
    """Draw the plane and the state that the lesson shows itself by."""
    name, state = lesson.portrait
    plane = lesson.planes[name]
    marks = lesson(**state).scene().marks
    shapes = (_shape(look, _placed(plane, marks[mark])) for mark, look in plane.marks.items())
    return Markup(  # made of numbers and of names of roles only
        f'<svg viewBox="0 0 {SIZE} {SIZE}" {_LOOK} aria-hidden="true">{"".join(shapes)}</svg>'
    )


def _placed(plane: Plane, points: Array) -> Array:
    """Move points from the plane to the picture, whose second coordinate goes down."""
    (left, right), (low, high) = plane.x, plane.y
    share = (points - [left, low]) / [right - left, high - low]
    return SIZE * (share * [1, -1] + [0, 1])


def _shape(look: Mark, points: Array) -> str:
    """Draw a mark as one path: a dot is a line of no length with round ends."""
    seen = np.asarray(np.isfinite(points).all(axis=1))
    if isinstance(look, Labels) or not seen.any():
        return ""
    style = f'class="{look.role}" opacity="{look.alpha}"'
    match look:
        case Points(_, size):
            dots = "".join(f"M{x:.1f} {y:.1f}h0" for x, y in points[seen][:_FEW])
            return f'<path {style} d="{dots}" stroke-width="{0.9 * size:.1f}"/>'
        case Curve(_, width):
            line = _line(points, seen)
            return f'<path {style} d="{line}" stroke-width="{0.9 * width:.1f}"/>'
        case Area():
            line = _line(points, seen)
            return f'<path {style} d="{line}Z" fill="currentColor" stroke="none"/>'


def _line(points: Array, seen: Array) -> str:
    """Go through the points that are seen, with the pen up over those that are not."""
    pens = np.where(np.diff(seen, prepend=False), "M", "L")
    return "".join(
        f"{pen}{x:.1f} {y:.1f}" for pen, (x, y) in zip(pens[seen], points[seen], strict=True)
    )
