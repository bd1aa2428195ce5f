"""The scene of the affine lesson says what is true of every matrix, singular ones too."""

import numpy as np
import pytest
from pieces import pieces
from scipy import linalg

from gaussians import Gaussian
from gaussians.kit.accept import accept
from gaussians.kit.curves import RADII
from gaussians.kit.geometry import area
from gaussians.kit.names import BESIDE
from gaussians.kit.noise import draw_noise
from gaussians.lessons.affine.lesson import Affine
from gaussians.lessons.affine.snap import LARGEST

RANDOM = np.random.default_rng(0).uniform(-LARGEST, LARGEST, (20, 2, 2))
REGULAR = [*RANDOM, np.eye(2), np.diag([3, 0.5]), np.array([[0, 1], [1, 0]])]
TINY = np.diag([1, 1e-20])  # of rank 2, though its points coincide as floats
SINGULAR = [
    np.zeros((2, 2)),
    np.array([[1, 2], [0.5, 1]]),
    np.array([[0, 1.5], [0, 1]]),
    np.array([[1, -1], [0, 0]]),
    np.array([[0.1, 0.3], [0.7, 2.1]]),
]
every_matrix = pytest.mark.parametrize("A", [*REGULAR, TINY, *SINGULAR])


def lesson(A: np.ndarray, **state: float) -> Affine:
    return Affine(a11=A[0, 0], a12=A[0, 1], a21=A[1, 0], a22=A[1, 1], **state)


@every_matrix
def test_everything_is_carried_by_the_same_map(A: np.ndarray) -> None:
    marks = lesson(A, seed=4, n=200).scene().marks
    t = np.array([1, 0.5])
    np.testing.assert_array_equal(marks["noise"], draw_noise(4)[:200])
    carried = {"noise": "cloud", "square": "parallelogram", "level_before": "level",
               "tracked": "image", "circles": "ellipses", "grid_before": "grid"}  # fmt: skip
    np.testing.assert_array_equal(marks["ellipse"], marks["ellipses"][: len(marks["ellipse"])])
    for before, after in carried.items():
        np.testing.assert_allclose(marks[after], marks[before] @ A.T + t, atol=1e-14)
    np.testing.assert_array_equal(marks["tip1"][0], A[:, 0] + t)
    np.testing.assert_array_equal(marks["tip2"][0], A[:, 1] + t)
    np.testing.assert_array_equal(marks["shift"][0], t)


TRAVELLERS = {"noise": "cloud", "tracked": "image", "circles": "ellipses", "grid_before": "grid",
              "level_before": "level"}  # fmt: skip


@every_matrix
def test_on_the_way_each_point_is_between_s_and_x_and_nothing_else_moves(A: np.ndarray) -> None:
    start, end = lesson(A, way=0).scene(), lesson(A).scene()
    assert (start.readouts["on_the_way"], end.readouts["on_the_way"]) == (True, False)
    for way in (0, 0.3, 0.75):
        marks, readouts = lesson(A, way=way).scene()
        for before, after in TRAVELLERS.items():
            between = (1 - way) * end.marks[before] + way * end.marks[after]
            np.testing.assert_allclose(marks[after], between, atol=1e-14)
        for name in marks.keys() - TRAVELLERS.values() - {"ellipse", "shares", "name_x"}:
            np.testing.assert_array_equal(marks[name], end.marks[name])
        assert readouts["on_the_way"]
        told = readouts.keys() - {"way", "on_the_way"}
        np.testing.assert_equal({k: readouts[k] for k in told}, {k: end.readouts[k] for k in told})
    for before, after in TRAVELLERS.items():
        np.testing.assert_array_equal(start.marks[after], start.marks[before])


@every_matrix
@pytest.mark.parametrize("way", [0, 0.3, 1])
def test_each_share_is_written_on_its_ellipse_or_outside(A: np.ndarray, way: float) -> None:
    drawn = (1 - way) * np.eye(2) + way * A
    names = lesson(A, way=way).scene().marks["shares"]
    if abs(linalg.det(drawn)) < 1e-9:
        assert np.isnan(names).all()
    else:
        pulled = linalg.solve(drawn, (names - way * np.array([1, 0.5])).T)
        assert (np.hypot(*pulled) > np.array(RADII) - 1e-9).all()


@pytest.mark.parametrize(("a", "way"), [(-1, 0.5), (-1.5, 0.4), (-3, 0.25), (-0.25, 0.8)])
def test_an_ellipse_that_is_flat_on_the_way_is_not_said_to_hold_a_share(
    a: float, way: float
) -> None:
    assert np.isnan(lesson(np.diag([a, 1]), way=way).scene().marks["shares"]).all()


def test_the_grid_is_made_of_unit_squares_and_touches_the_largest_circle() -> None:
    lines = pieces(lesson(np.eye(2)).scene().marks["grid_before"])
    found = {tuple(line.ravel()) for line in lines}
    across = {(-3, k, 3, k) for k in range(-3, 4)}
    assert found == across | {(k, -3, k, 3) for k in range(-3, 4)}
    assert len(lines) == 14


@pytest.mark.parametrize("A", [np.zeros((2, 2)), np.eye(2), np.array([[1.2, -0.9], [0.9, 1.2]])])
def test_a_circle_has_no_longer_axis_and_so_no_angle(A: np.ndarray) -> None:
    assert np.isnan(lesson(A).scene().readouts["angle"])
    assert np.isfinite(lesson(A + np.diag([0.5, 0])).scene().readouts["angle"])


@pytest.mark.parametrize("A", REGULAR)
def test_names_of_the_columns_are_beside_their_tips(A: np.ndarray) -> None:
    marks = lesson(A).scene().marks
    for k, name in enumerate(marks["names"]):
        assert np.hypot(*(name - marks[f"tip{k + 1}"][0])) == pytest.approx(BESIDE)


@every_matrix
def test_family_and_rank_are_those_of_the_core(A: np.ndarray) -> None:
    law, readouts = Gaussian(A, [0, 0]), lesson(A).scene().readouts
    assert readouts["rank"] == law.rank
    assert ["spherical", "diagonal", "full"][int(readouts["family"])] == law.family


@every_matrix
def test_area_determinant_and_singular_values_agree(A: np.ndarray) -> None:
    marks, readouts = lesson(A).scene()
    assert readouts["size"] == pytest.approx(abs(linalg.det(A)), abs=1e-12)
    assert readouts["area"] == pytest.approx(abs(area(marks["parallelogram"])), abs=1e-12)
    assert readouts["area"] == pytest.approx(readouts["size"], abs=1e-12)
    found = [readouts["long"], readouts["short"]]
    np.testing.assert_allclose(found, linalg.svdvals(A), atol=1e-12)
    for (start, end), length in zip(pieces(marks["axes"]), found, strict=True):
        assert np.hypot(*(end - start)) == pytest.approx(2 * length, abs=1e-12)


@every_matrix
def test_sign_and_slips_are_those_of_the_four_entries(A: np.ndarray) -> None:
    readouts = lesson(A).scene().readouts
    (a, b), (c, d) = A.tolist()
    assert readouts["negative"] == pytest.approx(-abs(linalg.det(A)), abs=1e-12)
    assert readouts["squared"] == pytest.approx(linalg.det(A @ A.T), abs=1e-9)
    assert (readouts["first_only"], readouts["no_minus"]) == (a * d, a * d + b * c)
    assert readouts["mirrored"] == (2 if readouts["rank"] < 2 else linalg.det(A) < 0)


@every_matrix
def test_covariance_and_image_are_spelled_out(A: np.ndarray) -> None:
    readouts = lesson(A, s1=-0.5, s2=3).scene().readouts
    np.testing.assert_allclose([readouts[f"S{ij}"] for ij in (11, 12, 21, 22)], (A @ A.T).ravel())
    image = A @ [-0.5, 3] + [1, 0.5]
    np.testing.assert_allclose([readouts["x1"], readouts["x2"]], image, atol=1e-14)
    assert readouts["length"] == pytest.approx(linalg.norm(image))
    assert readouts["level"] == pytest.approx(linalg.norm([-0.5, 3]))


@pytest.mark.parametrize("A", REGULAR)
def test_who_is_inside_stays_inside(A: np.ndarray) -> None:
    readouts = lesson(A, s1=0.4, s2=2).scene().readouts
    assert readouts["pulled"] == pytest.approx(np.hypot(0.4, 2)) == readouts["level"]
    for radius in RADII:
        assert readouts[f"after{radius}"] == readouts[f"share{radius}"]


@pytest.mark.parametrize("A", SINGULAR)
def test_without_an_inverse_nothing_is_pulled_back(A: np.ndarray) -> None:
    readouts = lesson(A).scene().readouts
    for name in ("pulled", "after1", "after2", "after3"):
        assert np.isnan(readouts[name])


@every_matrix
def test_snapping_makes_the_columns_parallel_and_keeps_the_length_where_it_can(
    A: np.ndarray,
) -> None:
    broken = lesson(A)
    readouts = broken.scene().readouts
    snapped = np.array([readouts["snap1"], readouts["snap2"]])
    assert accept(broken, {"a12": float(snapped[0]), "a22": float(snapped[1])}) == []
    assert broken.scene().readouts["rank"] == min(np.linalg.matrix_rank(A), 1)
    length = np.hypot(*snapped)
    assert length <= np.hypot(*A[:, 1]) + 1e-12
    if np.abs(snapped).max() < LARGEST - 1e-9:
        assert length == pytest.approx(np.hypot(*A[:, 1]))
    assert snapped @ A[:, 1] >= -1e-12


FAMILIES = {
    "standard": ("spherical", 2), "spherical": ("spherical", 2),
    "spherical, turned": ("spherical", 2), "diagonal": ("diagonal", 2),
    "diagonal, hidden": ("diagonal", 2), "shear": ("full", 2), "degenerate": ("full", 1),
}  # fmt: skip


@pytest.mark.parametrize("preset", Affine.presets)
def test_a_preset_is_what_it_is_called(preset: str) -> None:
    chosen = Affine(**Affine.presets[preset])
    law = Gaussian([[chosen.a11, chosen.a12], [chosen.a21, chosen.a22]], [0, 0])
    assert (law.family, law.rank) == FAMILIES[preset]
