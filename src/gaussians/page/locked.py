"""What an instructor hides is locked: whatever would change it is left out (`script/locked.js`)."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from gaussians.kit.lesson import Lesson
from gaussians.kit.parts import Button, Control, Handle, Plane, Slider


def is_locked(control: Control, lesson: Lesson, locked: AbstractSet[str]) -> bool:
    """Tell whether a control would change what is locked."""
    if isinstance(control, Button):
        return not locked.isdisjoint(control.sets)
    implied = control.implies if isinstance(control, Slider) else {}
    return control.key in locked or is_locked_preset(implied, lesson, locked)


def is_locked_handle(handle: Handle, locked: AbstractSet[str]) -> bool:
    """Tell whether a handle would."""
    return bool({handle.x, handle.y} & locked)


def is_locked_turn(plane: Plane, locked: AbstractSet[str]) -> bool:
    """Tell whether a drag of a plane's picture would."""
    return bool(set(plane.turns or ()) & locked)


def is_locked_place(plane: Plane, locked: AbstractSet[str]) -> bool:
    """Tell whether a click into a plane would."""
    return bool(set(plane.place or ()) & locked)


def is_locked_preset(
    values: Mapping[str, float | str], lesson: Lesson, locked: AbstractSet[str]
) -> bool:
    """Tell whether values that are set at once would."""
    return any(key in locked and value != getattr(lesson, key) for key, value in values.items())
