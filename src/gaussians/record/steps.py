"""The steps that can be written down: numpy's functions of numbers, as JavaScript says them."""

# Comparisons are 0 or 1, as in arithmetic with numpy's.
TRUTHS = {
    "less": "+({} < {})", "less_equal": "+({} <= {})", "greater": "+({} > {})",
    "greater_equal": "+({} >= {})", "equal": "+({} === {})", "not_equal": "+({} !== {})",
    "isnan": "+Number.isNaN({})", "isfinite": "+Number.isFinite({})",
}  # fmt: skip

# These join truths; "where" joins those of both its cases.
LOGIC = {
    "bitwise_and": "{} & {}", "bitwise_or": "{} | {}", "bitwise_xor": "{} ^ {}", "invert": "1 - {}",
    "logical_and": "{} & {}", "logical_or": "{} | {}", "logical_xor": "{} ^ {}",
    "logical_not": "1 - {}",
}  # fmt: skip

_UNARY = {
    "negative": "-{}", "positive": "+{}", "absolute": "Math.abs({})", "fabs": "Math.abs({})",
    "sign": "Math.sign({}) + 0", "square": "{0} * {0}", "reciprocal": "1 / {}",
    "sqrt": "Math.sqrt({})", "cbrt": "Math.cbrt({})", "floor": "Math.floor({})",
    "ceil": "Math.ceil({})", "trunc": "Math.trunc({})",
    "exp": "Math.exp({})", "exp2": "2 ** {}", "expm1": "Math.expm1({})",
    "log": "Math.log({})", "log2": "Math.log2({})", "log10": "Math.log10({})",
    "log1p": "Math.log1p({})",
    "sin": "Math.sin({})", "cos": "Math.cos({})", "tan": "Math.tan({})",
    "arcsin": "Math.asin({})", "arccos": "Math.acos({})", "arctan": "Math.atan({})",
    "sinh": "Math.sinh({})", "cosh": "Math.cosh({})", "tanh": "Math.tanh({})",
    "arcsinh": "Math.asinh({})", "arccosh": "Math.acosh({})", "arctanh": "Math.atanh({})",
    "degrees": "{} * (180 / Math.PI)", "rad2deg": "{} * (180 / Math.PI)",
    "radians": "{} * (Math.PI / 180)", "deg2rad": "{} * (Math.PI / 180)",
}  # fmt: skip

STEPS = TRUTHS | LOGIC | _UNARY | {
    "add": "{} + {}", "subtract": "{} - {}", "multiply": "{} * {}", "divide": "{} / {}",
    "power": "{} ** {}", "arctan2": "Math.atan2({}, {})", "hypot": "Math.hypot({}, {})",
    "erf": "erf({})", "erfc": "erfc({})",
    "minimum": "Math.min({}, {})", "maximum": "Math.max({}, {})",
    "where": "{} ? {} : {}",
}  # fmt: skip

# Arrays, and what stands in them.
ARRAYS = {
    "array": "Float64Array.of({all})", "entry": "{}[{}]", "entry of a row": "{}[{} + {} * i]",
    "entry across": "{}[j]", "entry of a table": "{}[{} * i + j]",
    "entry of a step": "{}[{} * k + {}]", "product": "productOf({all})",
}  # fmt: skip

# Steps along rows that go on from the row before: what they begin with, and what they do then.
RUNNING = {
    "cumsum": ("-0", "{total} += {}"),
    "running maximum": ("-Infinity", "{total} = Math.max({total}, {})"),
    "running minimum": ("Infinity", "{total} = Math.min({total}, {})"),
}

# Steps that need a loop of their own: what they begin with, and what each row does. An array of
# `kept` numbers has a few of each row, one after the other.
LOOPS = {
    "sum": ("0", "{name} += {};"),
    "max": ("-Infinity", "{name} = Math.max({name}, {});"),
    "min": ("Infinity", "{name} = Math.min({name}, {});"),
    "kept": ("new Float64Array({count} * ({rows}))", "{name}[{count} * i + {k}] = {};"),
    "kept table": ("new Float64Array({rows} * {columns})", "{name}[{columns} * i + j] = {};"),
    "histogram": ("new Float64Array({}.length - 1)", "countIn({name}, {}, {}, {});"),
}

# The same along one of two axes, which are gone through row by row: each column has its place in an
# array, each row a total of its own, which is many times faster and put into the array afterwards.
EACH_ROW: dict[str, str] = {}
for _step in ("sum", "max", "min"):
    _begin, _go_on = LOOPS[_step]
    _of_all = f"new Float64Array({{columns}}).fill({_begin})"
    LOOPS[f"{_step} of each column"] = _of_all, _go_on.replace("{name}", "{name}[j]")
    LOOPS[f"{_step} of each row"] = "new Float64Array({rows})", _go_on.replace("{name}", "{total}")
    EACH_ROW[f"{_step} of each row"] = _begin

# Loops whose steps go on from the step before: they keep all states, or the last one.
RUNS = {"path", "end"}

# Within an array of objects, np.sqrt calls each one's own `sqrt`; np.floor calls `__floor__`.
METHODS = {name: name for name in (*_UNARY, "arctan2", "hypot")} | {
    f"__{name}__": name for name in ("floor", "ceil", "trunc")
}
