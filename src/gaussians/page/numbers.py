"""Numbers as text, as the page's script writes them too (`script/numbers.js`).

Which formats there are is said by `kit/words/slots.py`; both are tested with one table of cases,
`tests/page/formats.json`.
"""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite
from typing import Any

_NOTHING = "–"
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+")
_LARGEST = 1e21  # from here on JavaScript writes powers of ten


def formatted(value: Any, kind: str) -> str:
    """Write a readout in one of the formats that words may ask for.

    >>> formatted(-0.5, "2p"), formatted(1, "no|yes"), formatted(2.22e-16, "e")
    ('(−0.50)', 'yes', '2.2 × 10⁻¹⁶')
    """
    if kind == "text":
        return str(value)
    if value is None or not isfinite(value := float(value)):
        return _NOTHING
    if "|" in kind:
        return kind.split("|")[int(value)]
    if kind == "%":
        return f"{rounded(100 * value, 1)} %"
    if kind == "e":
        return _power_of_ten(value)
    if kind == ",":
        return re.sub(r"\B(?=(\d{3})+$)", ",", rounded(value, 0))
    text = rounded(value, int(kind[0]))
    if kind.endswith("p"):
        return f"({text})" if text.startswith("−") else text
    return f"\u2007{text}" if kind.endswith("m") and not text.startswith("−") else text


def rounded(value: float, digits: int) -> str:
    """Write a number with so many decimals; a half goes up, not to the even neighbour.

    >>> rounded(0.125, 2), rounded(-0.001, 2)
    ('0.13', '0.00')
    """
    if abs(value) >= _LARGEST:
        return _minus(repr(value))
    text = str(Decimal(value).quantize(Decimal(10) ** -digits, ROUND_HALF_UP, Context(40)))
    return _minus(text if float(text) else text.removeprefix("-"))


def brief(value: float) -> str:
    """Write a number with at most four decimals, and none that are not needed.

    >>> brief(-0.25), brief(3.0), brief(0.12345)
    ('−0.25', '3', '0.1235')
    """
    return rounded(value, 4).rstrip("0").rstrip(".")


def _power_of_ten(value: float) -> str:
    if value == 0:
        return "0"
    short = Context(2, ROUND_HALF_UP).create_decimal(Decimal(value))
    digits, power = f"{short:.1e}".split("e")
    return f"{_minus(digits)} × 10{str(int(power)).translate(_RAISED)}"


def _minus(text: str) -> str:
    return text.replace("-", "−")
