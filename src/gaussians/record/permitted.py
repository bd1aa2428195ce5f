"""What of numpy a scene may use: every line below is recorded and compared with numpy by a test.

`a` and `b` are numbers that a slider sets, `v` and `A` arrays of such numbers (2,) and (2, 2), `x`
and `data` points (n, 2), as `self.draws(n)` and `self.fixed[...]` are, and `inside` a condition on
them. `m` is a parameter that is a whole number. `edges` of bins are one more than the bins, and
increase: a fixed column 0, 1, 2, ... times a width for example, of any length; a small array for a
few bins. `s` is a whole noise, `self.table("seeds")`, here (20, 120). Counts of a lesson's
`samples`, `self.counts(name)`, are an array with a column for each size. Scenes may also ask the
core: `Gaussian`, `AffineMap`, `add_independent`, `concatenate`, `diffuse`, `mass_within`,
`standard_cdf`, `length_pdf`, `expected_noise`, `score_function_gradient` and their like, `mardia`,
and what is in `gaussians.core.plane`. Steps that go on from the step before are
`gaussians.kit.runs`: a `path` of a few numbers, or the `end` of points.

Nothing may depend on the value of a number: no `if`, no `float()`. With numpy as the engine `a` is
Python's float, which refuses to divide by 0; `np.divide(1, a)` does not.
"""

NUMBERS = """
a + b, a - b, a * b, a / b, a ** 2, a ** 3, -a, +a, abs(a), a + 2, np.divide(a, b)
np.abs(a), np.sign(b), np.square(b), np.reciprocal(a), np.sqrt(a), np.cbrt(b)
np.exp(a), np.exp2(a), np.expm1(a), np.log(a), np.log2(a), np.log10(a), np.log1p(a)
np.sin(a), np.cos(a), np.tan(a), np.arcsin(a), np.arccos(a), np.arctan(b), np.arctan2(a, b)
np.sinh(b), np.cosh(b), np.tanh(b), np.arcsinh(b), np.arccosh(1 + a), np.arctanh(b)
np.floor(3 * b), np.ceil(3 * b), np.trunc(3 * b), np.degrees(a), np.radians(a), np.hypot(a, b)
np.minimum(a, b), np.maximum(a, 0.3), np.clip(b, -0.5, 0.5)
a < b, a <= b, a > 0.3, a >= b, a == b, a != b, np.isnan(a / b), np.isfinite(np.log(b))
(a > 0.3) & (b > 0), (a > 0.3) | (b > 0), (a > 0.3) ^ (b > 0)
np.logical_and(a > 0.3, b > 0), np.logical_or(a > 0.3, b > 0), np.logical_not(b > 0)
np.where(a > 0.3, a, b), np.where(b > 0, 1, np.nan), 1 * (a > 0.3) + (b > 0), 2 - (b > 0)
"""

SMALL_ARRAYS = """
np.array([a, b, 1]), v + 1, v * v, -v, abs(v), v ** 2, np.square(v), a * v, v / a, v * [2, 3]
A @ v, A @ A.T, v @ v, A.T, A[0], A[:, 1], A[0, 1], A.ravel(), A.reshape(4), A[:, None], [*A.flat]
np.dot(A, v), np.outer(v, v), np.trace(A), np.diag(v), np.diag(A), np.sum(A), np.prod(v), v.sum()
A.sum(axis=0), A.mean(axis=1), np.mean(A), np.cumsum(v), np.cumprod(v), np.kron(A, np.eye(2))
np.sqrt(A @ A.T), np.exp(v), np.floor(v), np.cosh(v), np.log1p(v * v), np.hypot(v, v)
np.stack([v, v]), np.concatenate([v, [1, 2]]), np.column_stack([v, v]), np.vstack([A, v])
np.stack([a, b]), np.full(2, a), np.zeros_like(A), np.ones_like(v), np.tile(v, 2), np.repeat(v, 2)
np.where(a > b, A, 0), np.minimum(a, np.array([0, 1])), np.clip(a, v, 1), np.linalg.norm(v)
[x == 0 for x in A.flat], (v[0] < 1) & (v[1] < 1), functools.reduce(np.maximum, v)
"""

# A copy is computed once and kept: what is made of it for other states of a slider reads it.
POINTS = """
x + v, x + v[None], x * a, x / a, x ** 2, -x, abs(x), x @ A.T, x @ A.T + v, x @ v, np.dot(x, A)
x - data, np.square(x), np.exp(-x * x / 2), np.sin(x), np.floor(x), np.clip(x, -1, a)
np.minimum(x, a), x[:, 0], x[:, -1], x[..., 1], x[:, 0] * x[:, 1], x[:, 0][:, None], x[:, ::-1]
x[:, [1, 0]], x.T[0], np.stack(x.T, axis=1), np.stack([x[:, 0], x[:, 1]], axis=-1)
np.column_stack([x, x[:, 0]]), np.concatenate([x, data], axis=1), x * data
np.zeros_like(x) + a, np.ones_like(x) * v
x.sum(axis=1), np.sum(x, axis=1), x.mean(axis=1), x.prod(axis=1), np.linalg.norm(x, axis=1)
x.sum(), np.sum(x), x.mean(), np.mean(x), x.sum(axis=0), np.mean(x, axis=0), x[:, 0].mean()
inside, inside & (x[:, 0] > 0), inside | (x[:, 0] > a), ~inside, inside * x[:, 0], inside.sum()
inside.mean(), np.where(inside[:, None], x, np.nan), np.where(inside, x[:, 0], a)
((x - x.mean(axis=0)) ** 2).mean(axis=0), x.shape[0], x.ndim, np.shape(x)[1]
x.max(), np.max(x[:, 0]), x.min(axis=0), np.min(x, axis=1), np.max(inside), np.max(x[:, 0] / inside)
np.tanh(x @ A.T).copy() @ A.T + v, x[:, 0].copy(), (x.copy() - x.mean(axis=0)).max(axis=0)
"""

BINS = """
np.histogram(x[:, 0], edges)[0], np.histogram(x[:, 0], edges)[1]
np.histogram(x[:, 0], v + [0, 3])[0], np.histogram(x[:, 0], v + [0, 3], weights=x[:, 1])[0]
np.histogram(np.where(inside, x[:, 1], np.nan), edges)[0], np.histogram(x[:, 0], [-1, 0, 0, 2])[0]
np.histogram(x[:, 0], edges, weights=x[:, 1])[0], np.histogram(fixed_edges, fixed_edges)[0]
np.histogram(np.floor(8 * x[:, 0]) / 4, fixed_edges / 4)[0]
np.histogram(x[:, 0], edges, weights=1 * inside)[0] / x.shape[0] / np.diff(edges)
np.histogram(x[:, 0], [a, a + 0.1])[0], np.histogram(x[:, 0], edges + 100)[0]
np.abs(np.cumsum(np.histogram(x[:, 0], edges)[0]) - 40 * standard_cdf(edges[1:])).max()
np.cumsum(np.histogram(x[:, 0], v + [0, 3])[0]), np.add.accumulate(v), np.diff(v)
"""

# A slice of points has as many rows for every state, or as many as a parameter says. Several points
# of each row, the corners of bars for example, are put side by side and brought into shape.
ROWS = """
np.cumsum(x[:, 0]), np.cumsum(x, axis=0), x.cumsum(axis=0), np.cumsum(x, axis=1), np.cumsum(inside)
np.cumsum(x, axis=0) / np.cumsum(np.ones_like(x), axis=0), np.cumsum(np.cumsum(a * x[:, 0]) - b)
np.maximum.accumulate(x), np.minimum.accumulate(x[:, 0]), np.add.accumulate(x)
np.maximum.accumulate(np.where(data > 2, np.nan, data)), np.cumsum(x[:, 0]).max()
(np.cumsum(x[:, 0]) - np.cumsum(x[:, 0]).mean()).sum(), np.cumsum(x - x.mean(axis=0), axis=0)
x[1:], x[:-1], x[1:, 0] - x[:-1, 0], x[::-1], x[10:-20:2, 1], np.diff(edges), np.diff(x, axis=0)
(edges[1:] + edges[:-1]) / 2, np.cumsum(x[::-1], axis=0)[::-1], x[:m].sum(), data[:m, 0].mean()
np.cumsum(data[:m] * a, axis=0).mean(), np.histogram(data[:m, 0], edges)[0], x[:m].shape[0]
np.repeat(edges, 2)[1:-1], np.repeat(x, 2, axis=0), np.ravel(x), x.ravel().max(), x.reshape(-1, 1)
np.concatenate([x, data, 0 * x], axis=1).reshape(-1, 2), np.column_stack([x, -x]).reshape(-1, 2)
np.column_stack([x, -x]).reshape((-1, 2))[:, 1], np.reshape(np.repeat(x[:m, 0], 2), -1).sum()
"""

# Arrays of two long axes are never there as a whole: what is done to them is done cell by cell, in
# a loop within a loop, and is added up along an axis or both. Points meet each other as numpy has
# it, (n, 1) and (m,) or (1, m). A range of more than 64 whole numbers is gone through in a loop. A
# mark of an `Image` is such an array: a product `a @ b.T`, of which the factors are stored, or a
# column brought into shape.
TABLES = """
np.where(np.arange(120) < m, s, 0).sum(axis=1) / m, np.where(np.arange(1, 121) <= m, s * s, 0).sum()
np.sqrt((s ** 2).sum(axis=1)), np.linalg.norm(a * s, axis=1), np.sum(s * s, axis=0), s.mean(axis=1)
s.mean(), s.mean(axis=0), np.mean(np.abs(s - a), axis=-1), s.max(axis=1), np.max(s * b), np.min(s)
s.min(axis=0), np.clip(s, b, 1).sum(axis=1), s - s.mean(axis=1)[:, None], (1 - s[:, :]).sum(axis=1)
(s > a).sum(axis=1) / s.shape[1], ((s > 0) & (s < a)).mean(axis=0), s.ndim, np.shape(s)[1]
np.max(s > 3 * a, axis=1) | (s.sum(axis=1) > 0), (s.max(axis=1) - s.min(axis=1)).mean()
np.histogram(s.sum(axis=1), edges)[0], np.cumsum(s.mean(axis=0)), s[..., None] * v
x[:, :1] - edges, x[:, 0][:, None] - edges[None, :], x[:, None, 0] * data[None, :, 0]
x[:, :1] * data[:, 1], (x[:, None] - a * data[None]) ** 2, 2 * data[None, :, 0] + x[:, :1]
((x[:, None] - a * data[None, :]) ** 2).sum(axis=2), (x[:, None] * data[None]).max(axis=0)
(x[:, 0][:, None] < edges).sum(axis=0), np.where(inside[:, None], x[:, :1] - edges, 0).mean(axis=1)
np.exp(-np.square(x[:, :1] - edges)) @ edges, np.exp(-np.abs(x[:, :1] - data[:, 0])) @ data
np.exp(-((x[:, None] - data[None]) ** 2).sum(axis=-1)).sum(axis=1), s * np.arange(120)
(s * np.sqrt(np.arange(120) + a + 1)).sum(axis=1), np.exp(b * np.arange(120))
standard_cdf(x[:, :1] - edges).mean(axis=1), (s[..., None] * v) @ A.T
reparameterized_gradient(Gaussian([[a]], [b]), np.cos, s[..., None]).mean
score_function_gradient(Gaussian([[2 + a]], [b]), lambda x: x[..., 0], s[..., None]).factor[..., 0]
np.exp(-np.square(edges[:, None] - x[:, 0])) @ np.exp(-np.square(a - data[:, :1] * x[:, 1])).T
(s * np.arange(120)) @ s.T / 120, (s @ (s > a).T) / (s @ (s > a).T).max(), (s @ s.T).sum(axis=0)
np.repeat(x[:, 0], 5).reshape(20, 10) * a, np.reshape(np.repeat(inside, 5), (5, 40)).mean(axis=1)
"""

CORE = """
add_independent(Gaussian(A, v), Gaussian(A.T, v)).cov
concatenate(Gaussian(A, v), Gaussian(A, v)).cov
Gaussian(A, v).push(AffineMap(A, v)).mean, mass_within(np.abs(a), 2), standard_cdf(v)
standard_cdf(np.array([4 * a, 4 * b]))
reparameterized_gradient(Gaussian(A, v), np.cos, x).factor[:, 0]
score_function_gradient(Gaussian(A + 3 * np.eye(2), v), lambda x: x[..., 0], x).mean
length_pdf(np.abs(x[:, 0]), m), length_mean(m), length_std(m), log_mass_within(1, m)
mardia(x).skewness, mardia(np.tanh(data) * v).kurtosis, mardia(x[:, :1]).kurtosis
"""

# What is refused, and what its message says to write instead.
REFUSED = {
    "1 if a > 0 else 2": "np.where",
    "a > 0 and b > 0": "&",
    "not a > 0": "np.logical_not",
    "~(a > 0)": "np.logical_not(a > 0)",
    "max(a, b)": "np.maximum",
    "(a > 0) + (b > 0)": "1 * (a > 0)",
    "float(a)": "numpy's function",
    "math.sqrt(a)": "numpy's function",
    "f'{a:.2f}'": "let the words choose",
    "round(a)": "numpy's function",
    "np.round(a)": "np.floor(a + 0.5)",
    "np.rint(a)": "np.floor(a + 0.5)",
    "a % b": "np.floor(a / b)",
    "a // b": "np.floor(a / b)",
    "A == 0": "entry by entry",
    "(v < 1).all()": "entry by entry",
    "np.maximum(v, 0)": "entry by entry",
    "v.max()": "np.maximum",
    "np.linalg.inv(A)": "Gaussian.whiten",
    "np.linalg.det(A)": "determinant",
    "np.linalg.svd(A)": "Gaussian.axes",
    "np.linalg.cholesky(A)": "Gaussian.cholesky",
    "np.linalg.matrix_rank(A)": "Gaussian.rank",
    "np.linspace(a, b, 5)": "a + (b - a) * np.linspace",
    "np.asarray(x)": "as they are",
    "x[0]": "draw(number, n)",
    "len(x)": "x.shape[0]",
    "x[inside]": "np.where(inside[:, None]",
    "A @ x.T": "x @ M.T",
    "np.concatenate([x, x])": "a mark each",
    "np.std(x)": "x.mean(axis=0)",
    "np.add(a, b, out=v)": "x = x + …",
    "np.linalg.norm(x)": "axis=1",
    "np.sort(x)": "",
    "np.median(x)": "",
    "np.histogram(x)": "edges",
    "np.histogram(x, edges)": "of a column",
    "np.histogram(x[:, 0], 10)": "an array of edges",
    "np.histogram(x[:, 0], edges, weights=v)": "a column as long as x",
    "np.histogram(x[:, 0] > 0, edges)": "1 * inside",
    "np.cumsum(x)": "axis=0",
    "np.argmax(x)": "",
    "np.searchsorted(edges, x[:, 0])": "np.histogram",
    "np.bincount(x[:, 0])": "np.histogram",
    "np.cumprod(x[:, 0])": "np.exp(np.cumsum(np.log(x)))",
    "x[:m + 1]": "a parameter of its own",
    "x[:, 0] + edges": "",
    "np.repeat(x, 2)": "axis=0",
    "np.diff(x)": "axis=0",
    "x.reshape(20, 4)": "x.reshape(-1, 2)",
    "x.reshape(-1, 3)": "",
    "np.sort(s)": ".sum(axis=0)",
    "np.median(s, axis=1)": ".sum(axis=0)",
    "s.cumsum(axis=1)": ".sum(axis=0)",
    "s.T": ".sum(axis=0)",
    "s.reshape(-1)": ".sum(axis=0)",
    "[row for row in s]": ".sum(axis=0)",
    "s[:m]": "np.where(np.arange(1000) < n",
    "s[:, :10]": "np.where(np.arange(1000) < n",
    "s[:, 0]": "np.where(np.arange(1000) < n",
    "s.sum(axis=2)": "axis=0",
    "s @ s": "a @ b.T",
    "s.T @ s": "a @ b.T",
    "s * s.T": "a @ b.T",
    "x @ s.T": "a @ b.T",
    "(s > 0) @ (s > a).T": "of numbers",
    "s @ (x[:, :1] - edges).T": "",
    "x @ s": "w @ x",
    "s * np.linspace(0, 1, 120)": "self.fixed",
    "s * x": "",
    "(x[:, None] - data[None]) * s": "",
    "(x[:, None] - data[None]) * (x[:, :1] - data[:, 0])": "x[:, :, None]",
    "s[:, :, None] * v * s.sum(axis=0)": "x[:, :, None]",
    "x[None, :] + 1": "x[:, None] - y[None, :]",
    "x[None, 3]": "",
    "x[None].sum(axis=1)": "x[:, None] - y[None, :]",
    "np.stack([x, s])": "",
    "np.histogram(s, edges)": ".sum(axis=0)",
}
