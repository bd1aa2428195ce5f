"""Three coordinates: what is left of a Gaussian when one is known, or two in either order."""

from itertools import product
from typing import Any

import numpy as np
import pytest
from copied import run
from scipy import stats

from gaussians.kit.check_steps import at_step
from gaussians.kit.geometry import SQUARE
from gaussians.lessons.conditioning.lesson import Conditioning

STEPS = {step.title: step for step in Conditioning.words().steps}
WHICH = "Which Gaussian is it?"
Numbers = np.ndarray[Any, Any]
STATES: list[dict[str, Any]] = [
    {},
    {"mu1": 0.5, "mu2": -0.5, "mu3": -1, "sigma1": 0.5, "sigma3": 1.5, "rho": -0.6, "rho13": 0.3,
     "rho23": 0.7, "c": -1, "d": 2, "w": 1, "seed": 3},
    {"rho": 0.95, "rho13": -0.95, "rho23": 0.95, "c": 4, "d": -4, "n": 300},
]  # fmt: skip
every_state = pytest.mark.parametrize("state", STATES)
TICKS = [*product((0, 1), repeat=2)]


def lesson(state: dict[str, Any], **more: Any) -> Conditioning:
    return Conditioning(**{"view": "three", **state, **more})


def law_of(chosen: Conditioning) -> tuple[Numbers, Numbers]:
    """Return mean and covariance by the definition of a partial correlation."""
    values: dict[str, Any] = chosen.state()
    rho12, rho13, rho23 = (values[name] for name in ("rho", "rho13", "rho23"))
    together = rho12 * rho13 + rho23 * np.sqrt((1 - rho12**2) * (1 - rho13**2))
    corr = np.array([[1, rho12, rho13], [rho12, 1, together], [rho13, together, 1]])
    sds = np.array([values[f"sigma{i}"] for i in (1, 2, 3)])
    return np.array([values[f"mu{i}"] for i in (1, 2, 3)]), corr * np.outer(sds, sds)


def left(mean: Numbers, cov: Numbers, known: dict[int, float]) -> tuple[Numbers, Numbers]:
    """Return mean and covariance of the other coordinates, by the formula of textbooks."""
    b, a = [*known], [i for i in range(3) if i not in known]
    weights = cov[np.ix_(a, b)] @ np.linalg.inv(cov[np.ix_(b, b)])
    away = np.array([*known.values()]) - mean[b]
    return mean[a] + weights @ away, cov[np.ix_(a, a)] - weights @ cov[np.ix_(b, a)]


def known_of(chosen: Conditioning) -> dict[int, float]:
    values: Any = chosen
    return {i: (values.c, values.d)[i] for i in (0, 1) if (values.know1, values.know2)[i]}


@every_state
def test_what_is_left_is_the_gaussian_of_textbooks(state: dict[str, Any]) -> None:
    chosen = lesson(state)
    readouts = chosen.scene().readouts
    law = law_of(chosen)
    assert readouts["r23"] == pytest.approx(law[1][1, 2] / np.sqrt(law[1][1, 1] * law[1][2, 2]))
    one_mean, one_cov = left(*law, {0: chosen.c})
    assert [readouts["one_m2"], readouts["one_m3"]] == pytest.approx(one_mean)
    assert [readouts["one_s2"] ** 2, readouts["one_s3"] ** 2] == pytest.approx(np.diag(one_cov))
    assert readouts["one_r"] == pytest.approx(chosen.rho23)
    for name, matrix in (("C", law[1]), ("K", one_cov)):
        shown = [[readouts[f"{name}{i + 1}{j + 1}"] for j in range(len(matrix))]
                 for i in range(len(matrix))]  # fmt: skip
        np.testing.assert_allclose(shown, matrix)
    two_mean, two_cov = left(*law, {1: chosen.d})
    assert [readouts["two_m3"], readouts["two_s3"]] == pytest.approx(
        [two_mean[1], np.sqrt(two_cov[1, 1])]
    )
    both_mean, both_cov = left(*law, {0: chosen.c, 1: chosen.d})
    for way in ("both", "way1", "way2", "way3", "way4"):
        assert readouts[f"{way}_mean"] == pytest.approx(both_mean[0])
        assert readouts[f"{way}_sd"] == pytest.approx(np.sqrt(both_cov[0, 0]))


def test_in_any_order_it_is_the_same_to_rounding() -> None:
    random = np.random.default_rng(1)
    for _ in range(200):
        rhos = dict(zip(("rho", "rho13", "rho23"), random.uniform(-0.95, 0.95, 3), strict=True))
        readouts = lesson(rhos, c=random.uniform(-4, 4), d=random.uniform(-4, 4)).scene().readouts
        ways = [[readouts[f"way{k}_{what}"] for k in (1, 2, 3, 4)] for what in ("mean", "sd")]
        assert readouts["ways_apart"] == np.abs(np.subtract(ways, np.array(ways)[:, :1])).max()
        assert readouts["ways_apart"] < 2e-14
    assert lesson({}).scene().readouts["ways_apart"] < 1e-15


def test_c_and_d_move_no_sd_and_no_correlation() -> None:
    names = ("one_s2", "one_s3", "one_r", "both_sd", "two_s3", "K11", "K12", "K22")
    found = [lesson({}, c=c, d=d).scene().readouts for c, d in ((-4, 1), (0, 0), (4, -3))]
    assert len({tuple(float(each[name]) for name in names) for each in found}) == 1
    assert len({float(each["both_mean"]) for each in found}) == 3


@pytest.mark.parametrize("ticks", TICKS)
@every_state
def test_points_near_all_that_is_known_are_measured(
    state: dict[str, Any], ticks: tuple[int, int]
) -> None:
    chosen = lesson(state, know1=ticks[0], know2=ticks[1])
    marks, readouts = chosen.scene()
    x = np.column_stack([marks["then_cloud"][:, 0], marks["first_cloud"]])
    np.testing.assert_array_equal(marks["then_cloud"][:, 1], x[:, 2])
    near = np.ones(len(x), bool)
    for i, value in known_of(chosen).items():
        near &= np.abs(x[:, i] - value) <= chosen.w / 2
    assert readouts["three_count"] == near.sum()
    if near.sum() > 1:
        assert readouts["three_near_mean"] == pytest.approx(x[near, 2].mean())
        assert readouts["three_near_sd"] == pytest.approx(x[near, 2].std(ddof=1))
        assert readouts["three_mean_error"] == pytest.approx(stats.sem(x[near, 2]))
    mean, cov = left(*law_of(chosen), known_of(chosen)) if any(ticks) else law_of(chosen)
    assert readouts["left_mean"] == pytest.approx(mean[-1])
    assert readouts["left_sd"] == pytest.approx(np.sqrt(cov[-1, -1]))
    drawn = near & any(ticks)
    for mark in ("left", "first_inside", "then_inside"):
        np.testing.assert_array_equal(np.isfinite(marks[mark][:, 0]), drawn)
    for name, i in (("first", 0), ("then", 1)):
        slab = (np.abs(x[:, i] - (chosen.c, chosen.d)[i]) <= chosen.w / 2) & bool(ticks[i])
        np.testing.assert_array_equal(np.isfinite(marks[f"{name}_slab"][:, 0]), slab)


@pytest.mark.parametrize("seed", range(1, 7))
def test_points_agree_with_the_law_but_for_chance(seed: int) -> None:
    for ticks in TICKS:
        chosen = lesson({"seed": seed, "n": 5000, "w": 0.4}, know1=ticks[0], know2=ticks[1])
        found = chosen.scene().readouts
        assert found["three_count"] > 30
        assert abs(found["three_near_mean"] - found["left_mean"]) < 4 * found["three_mean_error"]
        assert abs(found["three_near_sd"] - found["left_sd"]) < 4 * found["three_sd_error"]


@every_state
def test_flat_pictures_repeat_two_dimensions_on_the_plane(state: dict[str, Any]) -> None:
    chosen = lesson(state)
    marks, readouts = chosen.scene()
    law, values = law_of(chosen), (chosen.c, chosen.d)
    for name, j in (("first", 0), ("then", 1)):
        mean, cov = left(*law, {j: values[j]})
        ellipses = marks[f"{name}_after"][:121] - mean  # the innermost one
        squared = np.einsum("ni,ij,nj->n", ellipses, np.linalg.inv(cov), ellipses)
        np.testing.assert_allclose(squared, 1, rtol=1e-6)
        at = values[1 - j]
        np.testing.assert_array_equal(marks[f"{name}_cut"][:, 0], at)
        np.testing.assert_allclose(marks[f"{name}_expected"], [[at, readouts["both_mean"]]])
        height = marks[f"{name}_bell"][:, 0] - at
        density = stats.norm(readouts["both_mean"], readouts["both_sd"]).pdf(
            marks[f"{name}_bell"][:, 1]
        )
        np.testing.assert_allclose(height / height.max(), density / density.max(), atol=1e-9)
        # with an area of its own for each width, but within the picture
        scale = 2.1 * np.sqrt(law[1][2, 2]) if state == {} else height.max() / density.max()
        np.testing.assert_allclose(height, scale * density, atol=1e-9)
        assert height.max() < 3.001
    np.testing.assert_allclose(  # the same bell in both orders
        marks["first_bell"] - [values[1], 0], marks["then_bell"] - [values[0], 0], atol=1e-12
    )


def test_what_is_not_known_is_not_drawn() -> None:
    depends = {"plane1": (1,), "slice1": (1,), "plane2": (2,), "slice2": (2,), "meet": (1, 2),
               "tower": (1, 2), "first_after": (1,), "first_cut": (2,), "first_bell": (2,),
               "then_after": (2,), "then_cut": (1,), "then_bell": (1,)}  # fmt: skip
    for ticks in TICKS:
        marks = lesson({}, know1=ticks[0], know2=ticks[1]).scene().marks
        for mark, needs in depends.items():
            assert np.isfinite(marks[mark]).any() == all(ticks[i - 1] for i in needs), mark


def test_the_planes_and_what_is_on_them_are_seen_where_they_are_in_space() -> None:
    """From in front, x₂ goes away: x₁ is to the right, larger by what is nearer."""
    state: dict[str, Any] = {"turn": 0, "tilt": -18, "c": 1, "d": -2}  # at the height of the origin
    marks = lesson(state).scene().marks
    scale = 26 / (26 - 2)  # of what is 2 before the origin, from 26 away
    np.testing.assert_allclose(marks["plane2"], scale * 3.8 * (2 * SQUARE - 1))
    np.testing.assert_allclose(marks["meet"][:, 0], scale)
    aside = lesson({"turn": 90, "tilt": -18, "c": 1, "d": -2}).scene().marks
    np.testing.assert_allclose(aside["axis_names"][2], marks["axis_names"][2])
    np.testing.assert_allclose(aside["axis_names"][1], [-5.52, 0], atol=1e-9)
    seen = (np.isfinite(marks[part][:, 0]) for part in ("far", "middle", "close"))
    np.testing.assert_array_equal(np.sum([*seen], axis=0), 1)


def test_ellipses_and_bell_stand_in_space_where_the_laws_are() -> None:
    """A picture of x from in front is 26 / (26 + x₂) as large: where x₁ is known, all is."""
    state: dict[str, Any] = {"turn": 0, "tilt": -18, "c": 1.5, "d": -0.5, "mu3": 0.5}
    chosen = lesson(state)
    marks, readouts = chosen.scene()
    law = law_of(chosen)

    def on_plane(mark: str) -> tuple[Numbers, Numbers]:
        scale = marks[mark][:, 0] / 1.5
        return 26 / scale - 26, marks[mark][:, 1] / scale

    def distances(points: Numbers, known: dict[int, float]) -> Numbers:
        mean, cov = left(*law, known)
        away = points - mean
        found: Numbers = np.sqrt(np.einsum("ni,ij,nj->n", away, np.linalg.inv(cov), away))
        return found

    np.testing.assert_allclose(distances(np.stack(on_plane("slice1"), 1), {0: 1.5}), 2)
    other = marks["slice2"] * (26 - 0.5) / 26
    np.testing.assert_allclose(distances(other, {1: -0.5}), 2)
    x2, x3 = on_plane("tower")
    density = stats.norm(readouts["both_mean"], readouts["both_sd"]).pdf(x3)
    np.testing.assert_allclose((x2 + 0.5) / (x2 + 0.5).max(), density / density.max(), atol=1e-9)
    flat = marks["first_bell"]
    np.testing.assert_allclose(np.stack([x2, x3], axis=1), flat, atol=1e-9)


def test_the_question_has_numbers_of_its_own_and_no_slip_is_right() -> None:
    found = at_step(Conditioning, STEPS[WHICH]).scene().readouts
    five = [found[name] for name in ("one_m2", "one_s2", "one_m3", "one_s3", "one_r")]
    assert five == pytest.approx([-0.2, 0.6, 0.95, 0.9, -0.6])
    mean, sd = 0.95 - 0.6 * 0.9 / 0.6 * (-0.8 + 0.2), 0.9 * 0.8
    assert [found["both_mean"], found["both_sd"]] == pytest.approx([mean, sd])
    assert np.abs(np.abs(five) - sd).min() > 0.05  # no number of the text is right
    two_mean, two_sd = -0.25 + 0.636 * 0.2, np.sqrt(1.5**2 - 0.636**2)
    wrong = {
        "both_mean": {
            "mean3": -0.25, "one_m3": 0.95, "two_m3": two_mean, "added": 0.95 + 0.636 * 0.2,
            "then_no_rho": 0.95 - 0.9, "then_no_units": 0.95 + 0.6 * 0.6,
            "then_upside_down": 0.95 + 0.6 * 0.6 / 0.9 * 0.6, "then_no_center": 0.95 + 0.9 * 0.8,
            "then_turned": 0.95 - 0.54,
        },
        "both_sd": {
            "sd3": 1.5, "one_s3": 0.9, "two_s3": two_sd, "then_variance": 0.72**2,
            "then_no_root": 0.9 * 0.64, "then_shrunk": 0.9 * 0.4,
            "old_rho": 0.9 * np.sqrt(1 - (0.636 / 1.5) ** 2),
        },
    }  # fmt: skip
    for asked in Conditioning.words().predictions:
        if slips := wrong.get(asked.answer):
            assert {name: found[name] for name in asked.hints} == pytest.approx(slips)
            values = [found[asked.answer], *slips.values()]
            assert np.diff(np.sort(values)).min() > 0.05


@pytest.mark.parametrize("ticks", TICKS)
def test_the_copied_code_finds_what_is_left(ticks: tuple[int, int]) -> None:
    for state in STATES:
        chosen = lesson(state, know1=ticks[0], know2=ticks[1])
        other, readouts = run(chosen)["other"], chosen.scene().readouts
        assert other.mean[-1] == pytest.approx(readouts["left_mean"])
        assert other.std[-1] == pytest.approx(readouts["left_sd"])
        assert other.dim == 3 - sum(ticks)
