"""How fast the core is, next to what one would write instead: ``python tests/benchmarks/core.py``.

Both sides of a row run in turn, so that a busy machine slows both, and their medians are compared.
Each runs on one thread: numpy and scipy bring a BLAS each, whose threads fight for the cores.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import statistics
import time
import tracemalloc
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import scipy.linalg
from scipy.stats import multivariate_normal

from gaussians import Gaussian

Floats = npt.NDArray[np.float64]
Task = Callable[[], object]

SEED = 0


class Row(NamedTuple):
    name: str
    ours: Task
    theirs: Task
    limit: float | None = None  # how many times the other's time it may take
    rounds: int = 15


def measure(row: Row) -> tuple[float, float]:
    """Return median milliseconds of both sides, run in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(row.rounds + 1):
        for side, task in zip(times, (row.ours, row.theirs), strict=True):
            start = time.perf_counter()
            task()
            if turn:  # the first round warms up
                side.append(1e3 * (time.perf_counter() - start))
    return statistics.median(times[0]), statistics.median(times[1])


def random_gaussian(n: int, seed: int = SEED) -> Gaussian:
    rng = np.random.default_rng([n, seed])
    return Gaussian(np.eye(n) + rng.standard_normal((n, n)) / np.sqrt(n), rng.standard_normal(n))


def logpdf(count: int, n: int, limit: float) -> Row:
    g = random_gaussian(n)
    x = g.sample(np.random.default_rng(SEED), count)
    scipys = multivariate_normal(g.mean, g.cov)
    return Row(
        f"logpdf, {count:,} points in {n}-D", lambda: g.logpdf(x), lambda: scipys.logpdf(x), limit
    )


def transform(count: int) -> Row:
    g = random_gaussian(2)
    eps = np.random.default_rng(SEED).standard_normal((count, 2))
    matrix, shift = g.factor, g.mean
    return Row(
        f"transform, {count:,} points in 2-D",
        lambda: g.transform(eps),
        lambda: eps @ matrix.T + shift,
        1.2,
        31,
    )


def sample(count: int, n: int) -> Row:
    g = random_gaussian(n)
    mean, cov = g.mean, g.cov

    def ours() -> Floats:
        return Gaussian.from_cov(mean, cov).sample(np.random.default_rng(SEED), count)

    def theirs() -> Floats:
        rng = np.random.default_rng(SEED)
        return rng.multivariate_normal(mean, cov, count, method="cholesky")

    return Row(f"from_cov and sample {count:,} in {n}-D", ours, theirs, 1.1)


def textbook(g: Gaussian, value: Floats) -> tuple[Floats, Floats]:
    """Mean and covariance of the coordinates after those observed, by the Schur complement."""
    m = len(value)
    cov, mean = g.cov, g.mean
    solve = scipy.linalg.cho_factor(cov[:m, :m])
    gain = scipy.linalg.cho_solve(solve, cov[:m, m:]).T
    return mean[m:] + gain @ (value - mean[:m]), cov[m:, m:] - gain @ cov[:m, m:]


def conditioning(n: int, m: int) -> Row:
    g = random_gaussian(n)
    value = g.sample(np.random.default_rng(SEED))[:m]
    rest = range(m, n)

    def ours() -> tuple[Floats, Floats]:
        fresh = Gaussian(g.factor, g.mean)  # without what g has computed already
        found = fresh.given(range(m), value).marginal(rest)
        return found.mean, found.cov

    def theirs() -> tuple[Floats, Floats]:
        return textbook(Gaussian(g.factor, g.mean), value)

    return Row(f"condition {m} of {n} coordinates", ours, theirs, rounds=5)


def accuracy() -> None:
    """Condition three readings of one clock, the second and third off by 1 and 2 times `small`."""
    print("\nIll-conditioned: three coordinates a, a + δb, a + 2δb; given the first two (0, δ),")
    print(
        "the third must be 2δ with standard deviation 0. Relative error of its mean, and its std:"
    )
    print(f"{'δ':>8}  {'ours':>10} {'std':>10}  {'textbook':>10} {'std':>10}")
    for small in (1e-2, 1e-4, 1e-6, 1e-7, 1e-8, 1e-10):
        g = Gaussian([[1.0, 0], [1, small], [1, 2 * small]], np.zeros(3))
        value = np.array([0, small])
        found = g.given([0, 1], value).marginal(2)
        ours = abs(float(found.mean[0]) / (2 * small) - 1), float(found.std[0])
        try:
            mean, cov = textbook(g, value)
            error = abs(float(mean[0]) / (2 * small) - 1)
            variance = float(cov[0, 0])
            spread = f"{variance**0.5:10.1e}" if variance >= 0 else "  variance<0"
            theirs = f"{error:10.1e} {spread}"
        except scipy.linalg.LinAlgError:
            theirs = f"{'not positive definite':>21}"
        print(f"{small:8.0e}  {ours[0]:10.1e} {ours[1]:10.1e}  {theirs}")


def memory(count: int) -> None:
    g = random_gaussian(2)
    x = g.sample(np.random.default_rng(SEED), count)
    g.logpdf(x[:2])
    tracemalloc.start()
    g.logpdf(x)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(
        f"\nPeak memory of logpdf, {count:,} points in 2-D: {peak / x.nbytes:.2f}x its input (3x)"
    )


def main() -> None:
    rows = [
        logpdf(1_000_000, 2, 1.0),
        logpdf(10_000, 100, 1.0),
        transform(1_000_000),
        sample(10_000, 200),
        conditioning(500, 250),
    ]
    print(f"{'':38} {'ours ms':>9} {'other ms':>9} {'ratio':>7} {'at most':>8}")
    for row in rows:
        ours, theirs = measure(row)
        limit = "" if row.limit is None else f"{row.limit:.1f}x"
        print(
            f"{row.name:38} {ours:9.2f} {theirs:9.2f} {ours / theirs:6.2f}x {limit:>8}", flush=True
        )
    memory(1_000_000)
    accuracy()


if __name__ == "__main__":
    main()
