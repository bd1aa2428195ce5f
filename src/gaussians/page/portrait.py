"""A lesson's picture for the contents list, made from its scene: SVG that follows the theme.

It is square: a plane that is not fills it all the same.
"""

from functools import cache

from markupsafe import Markup

from gaussians.kit.lesson import Array, Lesson
from gaussians.kit.parts import Area, Bars, Curve, Image, Mark, Points
from gaussians.page.images import rectangles
from gaussians.page.paths import contour, dots, ground, line, placed

SIZE = 100  # units of the picture's own coordinates
_FEW = 150  # dots at most, from all of a cloud: the first ones may be half of a drawing
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
    base = ground(plane, SIZE)
    shapes = (
        _image(look, marks[mark])
        if isinstance(look, Image)
        else _shape(look, placed(plane, marks[mark], SIZE), base)
        for mark, look in plane.marks.items()
    )
    return Markup(  # made of numbers and of names of roles only
        f'<svg viewBox="0 0 {SIZE} {SIZE}" {_LOOK} aria-hidden="true">{"".join(shapes)}</svg>'
    )


def _image(look: Image, image: Array) -> str:
    paths = "".join(
        f'<path opacity="{shade * look.alpha:.3g}" d="{path}"/>'
        for shade, path in rectangles(image, SIZE).items()
    )
    style = 'fill="currentColor" stroke="none" shape-rendering="crispEdges"'
    return f'<g class="image {look.role}" {style}>{paths}</g>'


def _shape(look: Mark, points: Array, base: float) -> str:
    """Draw a mark as one path; labels would be too small to read."""
    match look:
        case Points(_, size):
            few = points[:: 1 + (len(points) - 1) // _FEW]
            path, style = dots(few), f'stroke-width="{0.9 * size:.1f}"'
        case Curve(_, width):
            path, style = line(points), f'stroke-width="{0.9 * width:.1f}"'
        case Area():
            path, style = line(points) + "Z", 'fill="currentColor" stroke="none"'
        case Bars():
            path, style = line(contour(points, base)), 'fill="currentColor" stroke="none"'
        case _:
            return ""
    if path.strip("Z") == "":
        return ""
    return f'<path class="{look.role}" opacity="{look.alpha}" d="{path}" {style}/>'
