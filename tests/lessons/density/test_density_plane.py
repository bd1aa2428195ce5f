"""In the plane: parallelograms keep their points, and five steps end at the library's density."""

from decimal import Decimal, getcontext
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from scipy import linalg, stats

from gaussians import DegenerateGaussianError, Gaussian
from gaussians.kit.accept import accept
from gaussians.kit.geometry import area
from gaussians.kit.lesson import Array
from gaussians.kit.noise import draw_noise
from gaussians.kit.parts import Button
from gaussians.lessons.density.lesson import Density
from gaussians.lessons.density.scene import LEVELS

LARGEST = Density.param.a11.bounds[1]

getcontext().prec = 60
PI = Decimal("3.14159265358979323846264338327950288419716939937510582097494")

rng = np.random.default_rng(0)
CORNERS = [LARGEST * np.array(signs).reshape(2, 2) for signs in np.ndindex(2, 2, 2, 2)]
REGULAR = [
    *rng.uniform(-LARGEST, LARGEST, (20, 2, 2)).round(2),
    np.array([[2, 2], [-2, 2]]),
    np.array([[0.05, 0], [0, 0.05]]),  # as small as sliders can be,
    np.array([[2, 1.95], [1.95, 1.9]]),  # and as thin
    np.array([[0, 2], [0.05, 0]]),
]
LINES = [
    np.array([[1.6, 1.6], [0.4, 0.4]]),
    np.array([[1.6, -0.8], [0.8, -0.4]]),
    np.array([[0, 2], [0, -1.45]]),
    np.array([[0, 0], [0.05, 2]]),
    np.array([[0.1, 0.3], [0.7, 2.1]]) / 1.05,
    *(LARGEST * np.ones((2, 2)), LARGEST * np.array([[1, -1], [-1, 1]])),
]
ZERO = np.zeros((2, 2))
every_regular = pytest.mark.parametrize("A", REGULAR)
every_line = pytest.mark.parametrize("A", LINES)


def lesson(A: Array, **state: Any) -> Density:
    (a11, a12), (a21, a22) = A.tolist()
    return Density(a11=a11, a12=a12, a21=a21, a22=a22, **{"taken": 5, **state})


def places(count: int = 5) -> Array:
    return rng.uniform(-4.5, 4.5, (count, 2)).round(2)


def decimal(number: Fraction | float) -> Decimal:
    exact = Fraction(number)
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def exact_density(A: Array, t: Array, x: Array) -> Decimal:
    """Invert and take the determinant in fractions, and the rest to sixty digits."""
    (a, b), (c, d) = (map(Fraction, row) for row in A.tolist())
    right, up = (Fraction(p) - Fraction(q) for p, q in zip(x.tolist(), t.tolist(), strict=True))
    det = a * d - b * c
    squared = ((d * right - b * up) / det) ** 2 + ((a * up - c * right) / det) ** 2
    return (-decimal(squared) / 2).exp() / (2 * PI * abs(decimal(det)))


@every_regular
def test_five_steps_are_exact_and_end_where_the_library_does(A: Array) -> None:
    t = np.array([0.5, -1.25])
    law = Gaussian(A, t)
    for x in [t + A @ [0.3, -2.1], t, *places()]:
        place = {"x1": np.clip(x[0], -4.5, 4.5), "x2": np.clip(x[1], -4.5, 4.5)}
        readouts = lesson(A, t1=t[0], t2=t[1], **place).scene().readouts
        x = np.array([*place.values()])
        s = linalg.solve(A, x - t)
        scale = np.linalg.cond(A) * (1 + np.linalg.norm(s))
        np.testing.assert_allclose([readouts["s1"], readouts["s2"]], s, rtol=0, atol=1e-14 * scale)
        assert readouts["squared"] == pytest.approx(s @ s, abs=1e-14 * scale**2)
        assert readouts["half"] == -readouts["squared"] / 2
        assert readouts["bell"] == np.exp(readouts["half"])
        assert readouts["unit"] == pytest.approx(2 * np.pi * abs(linalg.det(A)), rel=1e-10)
        assert readouts["density"] == readouts["bell"] / readouts["unit"]
        exact = exact_density(A, t, x)
        wrong = abs(decimal(readouts["density"]) - exact)
        assert wrong <= decimal(1e-14 * scale**2) * exact + Decimal("1e-300")
        assert readouts["library"] == law.logpdf(x)
        assert readouts["log_apart"] <= 1e-15 * (4 + abs(readouts["log"]))
        assert readouts["off"] == 0
        assert readouts["rank"] == 2


def test_steps_agree_with_scipy() -> None:
    for A, x in zip(REGULAR[:20], places(20), strict=True):
        readouts = lesson(A, t1=0, t2=0, x1=x[0], x2=x[1]).scene().readouts
        law = stats.multivariate_normal([0, 0], A @ A.T)
        assert readouts["log"] == pytest.approx(law.logpdf(x), rel=1e-7)


@every_line
def test_on_its_line_a_flat_law_has_the_density_that_the_library_gives(A: Array) -> None:
    t = np.array([0.5, -0.25])
    law = Gaussian(A, t)
    assert law.rank == 1
    for x in places():
        readouts = lesson(A, t1=t[0], t2=t[1], x1=x[0], x2=x[1]).scene().readouts
        s = linalg.pinv(A) @ (x - t)
        np.testing.assert_allclose([readouts["s1"], readouts["s2"]], s, atol=1e-10)
        foot = A @ s + t
        assert readouts["log"] == pytest.approx(law.logpdf_on_support(foot), rel=1e-12, abs=1e-12)
        assert readouts["density"] == pytest.approx(np.exp(law.logpdf_on_support(foot)))
        assert readouts["off"] == pytest.approx(np.hypot(*(x - foot)), abs=1e-12)
        assert readouts["stretch"] == pytest.approx(linalg.svdvals(A)[0])
        assert readouts["rank"] == 1
        assert np.isnan(readouts["library"])
        with pytest.raises(DegenerateGaussianError):
            law.logpdf(x)


@pytest.mark.parametrize("A", [*LINES, ZERO])
def test_a_flat_law_has_no_density_in_the_plane(A: Array) -> None:
    marks, readouts = lesson(A, t1=0.5, t2=-1).scene()
    assert readouts["grown"] == pytest.approx(0, abs=1e-14)
    assert readouts["kept"] == pytest.approx(0, abs=1e-14)
    for name in ("volume", "mean_after", "measured_after", "counted2_after", "library"):
        assert np.isnan(readouts[name])
    assert all(np.isnan(marks[f"cloud_shade{k}"]).all() for k in range(len(LEVELS)))
    assert readouts["flat"]
    if readouts["rank"] == 1:
        assert readouts["along"] == pytest.approx(1, abs=1e-8)
    else:
        assert readouts["rank"] == 0
        for name in ("stretch", "unit", "density", "log", "peak", "undivided", "root", "no_z"):
            assert np.isnan(readouts[name])
        for name in ("final", "final_dot"):
            assert np.isnan(marks[name][:, 1]).all()
        assert not readouts["tall"]
        assert readouts["off"] == np.hypot(2.5 - 0.5, 1.5 + 1)


@every_regular
def test_the_volume_is_1_once_it_is_divided_by_what_the_areas_grew(A: Array) -> None:
    readouts = lesson(A).scene().readouts
    assert readouts["size"] == pytest.approx(abs(linalg.det(A)), rel=1e-10)
    assert readouts["volume"] == pytest.approx(1, abs=2e-8)
    assert readouts["kept"] == pytest.approx(readouts["size"], rel=2e-8)
    assert np.isnan(readouts["along"])
    assert not readouts["flat"]


def test_the_volume_is_shown_as_1_0000_for_every_matrix_of_the_sliders() -> None:
    grid = np.arange(-40, 41) / 20
    matrices = [*rng.choice(grid, (1000, 2, 2)), *rng.choice([-2.0, 0, 0.05, 2], (200, 2, 2))]
    for A in matrices:
        readouts = lesson(A, n=100).scene().readouts
        assert readouts["rank"] == Gaussian(A, [0, 0]).rank == np.linalg.matrix_rank(A)
        name = {2: "volume", 1: "along"}.get(readouts["rank"])
        assert not name or f"{readouts[name]:.4f}" == "1.0000"


@every_regular
@pytest.mark.parametrize("center", [(0.5, 0.5), (-3, 3), (0, -1.2)])
def test_a_box_and_its_parallelogram_hold_the_same_points(
    A: Array, center: tuple[float, float]
) -> None:
    state = {"s1": center[0], "s2": center[1], "n": 1000, "seed": 3}
    marks, readouts = lesson(A, **state).scene()
    assert area(marks["box"]) == pytest.approx(1)
    assert readouts["grown"] == pytest.approx(abs(area(marks["parallelogram"])), rel=1e-12)
    assert readouts["grown"] == pytest.approx(abs(linalg.det(A)), rel=1e-9)
    sides = stats.norm.cdf(np.add(center, 0.5)) - stats.norm.cdf(np.subtract(center, 0.5))
    assert readouts["mass2"] == pytest.approx(sides.prod(), rel=1e-10)
    assert readouts["mean_after"] == pytest.approx(sides.prod() / abs(linalg.det(A)))
    noise, cloud = draw_noise(3)[:1000], marks["cloud"]
    inside = (abs(noise - center) <= 0.5).all(axis=1)
    assert readouts["counted2"] == readouts["counted2_after"] == inside.mean()
    # By the sides of what is drawn, all round.
    corners = marks["parallelogram"]
    turned = np.sign(area(corners))
    along = np.diff(corners, axis=0)
    off = cloud[:, None] - corners[:-1]
    left_of = turned * (along[:, 0] * off[:, :, 1] - along[:, 1] * off[:, :, 0])
    np.testing.assert_array_equal((left_of > 0).all(axis=1), inside)
    for name, points in (("near", noise), ("near_after", cloud)):
        np.testing.assert_array_equal(marks[name][inside], points[inside])
        assert np.isnan(marks[name][~inside]).all()
    assert readouts["measured_after"] == pytest.approx(inside.mean() / abs(linalg.det(A)))
    assert readouts["chance2"] == pytest.approx(stats.binom(1000, sides.prod()).std() / 1000)


@every_regular
def test_a_shade_ends_where_the_density_has_its_level(A: Array) -> None:
    marks = lesson(A).scene().marks
    for name, law in (("noise", Gaussian.standard(2)), ("cloud", Gaussian(A, [0.5, 0]))):
        peak = float(law.pdf(law.mean))
        for k, level in enumerate(LEVELS):
            edge = marks[f"{name}_shade{k}"]
            if level < peak:
                squared = -2 * np.log(level / peak)
                np.testing.assert_allclose(law.pdf(edge), level, rtol=1e-9 * max(1, squared))
            else:
                np.testing.assert_allclose(edge, law.mean + 0 * edge, atol=1e-12)


def test_a_step_shows_its_number_and_those_before_only() -> None:
    numbers = {"squared": 2, "half": 3, "bell": 4, "unit": 5, "density": 5, "log": 5, "library": 5}
    pictures = {"level": 2, "through": 2, "distance": 2, "raw": 4, "raw_dot": 4, "final": 5,
                "final_dot": 5}  # fmt: skip
    whole = lesson(REGULAR[0]).scene()
    for step in range(1, 6):
        marks, readouts = lesson(REGULAR[0], taken=step).scene()
        for name, first in numbers.items():
            shown = whole.readouts[name] if step >= first else np.nan
            np.testing.assert_equal(readouts[name], shown)
        for name, first in pictures.items():
            assert np.isnan(marks[name]).any() == (step < first)


@pytest.mark.parametrize("A", [*REGULAR[:8], *LINES])
def test_the_picture_of_heights_shows_the_steps(A: Array) -> None:
    marks, readouts = lesson(A).scene()
    level = np.hypot(readouts["s1"], readouts["s2"])
    np.testing.assert_allclose(marks["raw_dot"], [[level, readouts["bell"]]])
    np.testing.assert_allclose(marks["final_dot"], [[level, readouts["density"]]])
    radius, height = marks["final"].T
    assert (radius >= 0).all()
    np.testing.assert_allclose(height, np.exp(-(radius**2) / 2) * readouts["peak"])
    assert readouts["outside"] == (level > Density.planes["heights"].x[1])
    assert readouts["tall"] == (readouts["peak"] > Density.planes["heights"].y[1])
    np.testing.assert_allclose(np.hypot(*marks["level"].T), level)


def test_the_height_at_the_mean_and_what_it_is_taken_for() -> None:
    readouts = lesson(np.diag([2, 0.5])).scene().readouts
    assert readouts["peak"] == pytest.approx(1 / (2 * np.pi))
    assert readouts["root"] == pytest.approx(1 / np.sqrt(2 * np.pi))
    for A in REGULAR:
        readouts = lesson(A).scene().readouts
        law = Gaussian(A, [0.5, 0])
        assert readouts["peak"] == pytest.approx(float(law.pdf([0.5, 0])), rel=1e-9)
        det = abs(linalg.det(A))
        assert readouts["undivided"] == pytest.approx(1 / (2 * np.pi))
        assert readouts["root"] == pytest.approx(1 / np.sqrt(2 * np.pi) / det, rel=1e-9)
        assert readouts["by_cov"] == pytest.approx(1 / (2 * np.pi * linalg.det(law.cov)), rel=1e-6)
        assert readouts["times"] == pytest.approx(det / (2 * np.pi), rel=1e-9)
        assert readouts["no_z"] == pytest.approx(1 / det, rel=1e-9)


@every_line
def test_the_height_on_a_line_and_what_it_is_taken_for(A: Array) -> None:
    readouts = lesson(A).scene().readouts
    z, stretch = np.sqrt(2 * np.pi), linalg.svdvals(A)[0]
    assert readouts["peak"] == pytest.approx(1 / (z * stretch))
    assert readouts["root"] == pytest.approx(1 / (z**2 * stretch))  # two roots, not one
    assert readouts["undivided"] == pytest.approx(1 / z)
    assert readouts["times"] == pytest.approx(stretch / z)


def test_heights_are_not_told_before_they_are_predicted() -> None:
    hides = {asked.answer: asked.hides for asked in Density.words().predictions}
    assert hides == {"top": ("lower",), "peak": ("mean_after", "measured_after")}


@pytest.mark.parametrize("A", [*REGULAR, *LINES, ZERO])
def test_breaking_it_makes_it_flat_and_stays_within_bounds(A: Array) -> None:
    broken = lesson(A)
    readouts = broken.scene().readouts
    (button,) = (control for control in Density.each_control() if isinstance(control, Button))
    sets = {key: float(readouts[name]) for key, name in button.sets.items()}
    assert accept(broken, sets) == []
    assert broken.scene().readouts["rank"] == A[:, 0].any()


RANKS = {"σ₁ = 2, σ₂ = 0.5": (2, 1.0), "a quarter": (2, 0.25), "shear": (2, 1.0), "flat": (1, 2.0)}


@pytest.mark.parametrize(("preset", "expected"), RANKS.items())
def test_a_preset_is_what_it_is_called(preset: str, expected: tuple[int, float]) -> None:
    readouts = Density(**Density.presets[preset]).scene().readouts
    assert readouts["rank"] == expected[0]
    assert readouts["stretch"] == pytest.approx(expected[1])


def test_the_preset_flat_shows_the_way_to_the_nearest_place() -> None:
    marks, readouts = Density(**Density.presets["flat"]).scene()
    away = np.hypot(*np.diff(marks["foot"], axis=0)[0])
    assert readouts["off"] == pytest.approx(away)
    assert away > 1
    assert (abs(marks["foot"]) < Density.planes["given"].x[1]).all()


def test_far_and_tall_are_said_of_what_is_drawn_only() -> None:
    small = 0.05 * np.eye(2)
    for step in range(1, 6):
        readouts = lesson(small, taken=step).scene().readouts
        assert (readouts["outside"], readouts["tall"]) == (step >= 2, step == 5)
