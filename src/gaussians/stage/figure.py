"""The Bokeh figures of a lesson, built once: afterwards only arrays in their sources change."""

from collections.abc import Sequence
from math import ceil, floor
from typing import Any

from bokeh.core.properties import value
from bokeh.models import Circle, ColumnDataSource, Line, Patch, Range1d, Scatter, Step, Text
from bokeh.models.annotations import Span
from bokeh.models.glyph import Glyph
from bokeh.plotting import figure

from gaussians.kit.images import as_points
from gaussians.kit.lesson import Array
from gaussians.kit.parts import Area, Bars, Curve, Image, Labels, Mark, Numbers, Plane, Points
from gaussians.stage.palette import LIGHT

# The page's text has them, too; its style has the font with the sign of a₁.
FONT = ", ".join(
    ["Signs", "system-ui", "-apple-system", "'Segoe UI'", "Roboto", "'Helvetica Neue'",
     "'DejaVu Sans'", "sans-serif"]
)  # fmt: skip
# Pixels where the browser's letters have their usual size; script/color.js scales them. The border,
# for the axes' numbers, is the same on all sides, unless a plane has a margin of its own.
ROOT, NUMBER, NAME, BORDER = 17, 14, 15, 34


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def build(name: str, plane: Plane, marks: dict[str, Array]) -> Any:
    """Draw a plane of a scene into a new figure with fixed axes.

    Every renderer has its mark's name and its role's tag, by which the page finds and colours it.
    """
    plot = figure(
        name=name,
        title=None,
        x_range=Range1d(start=plane.x[0], end=plane.x[1]),
        y_range=Range1d(start=plane.y[0], end=plane.y[1]),
        aspect_ratio=1 / plane.height,
        sizing_mode="scale_width",
        toolbar_location=None,
        tools="",
        min_border=BORDER,
        min_border_left=plane.margin,
        background_fill_color=None,
        border_fill_color=None,
        outline_line_color=None,
    )
    axes = zip((plot.xaxis, plot.yaxis), ticks(plane), plane.numbers, strict=True)
    for axis, places, numbers in axes:
        axis.ticker = list(places)
        axis.major_label_overrides = {place: number(place, numbers) for place in places}
    plot.axis.major_label_text_font = FONT
    plot.axis.major_label_text_font_size = f"{NUMBER}px"
    plot.axis.axis_line_color = None
    plot.axis.major_tick_line_color = None
    plot.axis.major_tick_out = 0  # or numbers of three digits would push the frame aside
    plot.axis.minor_tick_line_color = None
    plot.grid.grid_line_width = 1
    if plane.base:
        plot.add_layout(Span(location=0, dimension="width", line_width=1, level="underlay"))
    for mark, look in plane.marks.items():
        _add(plot, mark, look, marks[mark])
    return plot


def ticks(plane: Plane) -> tuple[Sequence[float], Sequence[float]]:
    """Return the places that a plane's axes number: its own, or about six round ones.

    A plane that is lower than wide has fewer of them up.

    >>> ticks(Plane({}, y=(-1, 3)))
    ((-6.0, -4.0, -2.0, 0.0, 2.0, 4.0, 6.0), (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0))
    """
    high = max(2, min(6, 6 * plane.height))
    return plane.ticks or (_round_numbers(*plane.x, 6), _round_numbers(*plane.y, high))


def _round_numbers(low: float, high: float, count: float) -> tuple[float, ...]:
    steps = [first * 10.0**power for power in range(-6, 9) for first in (1, 2, 5)]
    step = min(steps, key=lambda step: abs((high - low) / step - count))
    return tuple(step * i for i in range(ceil(low / step), floor(high / step) + 1))


def number(tick: float, kind: Numbers) -> str:
    """Write the number at a tick.

    >>> number(-2000, "plain"), number(0.1 + 0.2, "plain"), number(0.25, "%"), number(1, "none")
    ('−2,000', '0.3', '25 %', '')
    >>> number(-2, "power"), number(8, "power"), number(3, "log")
    ('10⁻²', '10⁸', '1,000')
    """
    match kind:
        case "none":
            return ""
        case "%":
            return number(100 * tick, "plain") + " %"
        case "power":
            return "10" + f"{tick:g}".translate(_RAISED)
        case "log":
            return number(10.0**tick, "plain")
        case "plain":
            return f"{tick:,.9f}".rstrip("0").rstrip(".").replace("-", "−")


def columns(mark: Mark, array: Array) -> dict[str, Array]:
    """Return points, or an image, as the columns of a source, each in one piece of memory."""
    x, y = as_points(mark, array).T.copy()
    return {"x": x, "y": y}


def _add(plot: Any, name: str, mark: Mark, points: Array) -> None:
    source = ColumnDataSource(columns(mark, points))
    glyph = _glyph(mark)
    if isinstance(mark, Labels):
        source.data["text"] = list(mark.texts)
    # Nothing is selected or muted here; left alone, Bokeh would make further glyphs for that.
    others = dict.fromkeys(("selection_glyph", "nonselection_glyph", "muted_glyph"), glyph)
    plot.add_glyph(source, glyph, name=name, tags=[mark.role], **others)


def _glyph(mark: Mark) -> Glyph:
    color = LIGHT[mark.role]
    match mark:
        case Points(_, size, alpha):
            # No outline: it would double the work of painting.
            return Scatter(size=size, fill_color=color, fill_alpha=alpha, line_color=None)
        case Curve(_, width, dash, alpha):
            return Line(line_color=color, line_width=width, line_dash=dash, line_alpha=alpha)
        case Area(_, alpha):
            return Patch(fill_color=color, fill_alpha=alpha, line_color=None)
        case Bars(_, alpha):
            return Step(line_color=color, line_alpha=alpha)  # script/hasten.js fills them
        case Image(_, alpha):  # which script/images.js paints: no circle is seen
            return Circle(radius=1, fill_color=color, fill_alpha=alpha, line_color=None)
        case Labels():
            return Text(
                text_color=color,
                text_font=value(FONT),
                text_font_size=f"{NAME}px",
                text_font_style="bold",
                text_align="center",
                text_baseline="middle",
                padding=2,  # type: ignore[arg-type]  # bokeh types it as a property
                background_fill_color="#ffffff",
                background_fill_alpha=0.85,
            )
