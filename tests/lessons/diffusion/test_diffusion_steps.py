"""What the steps of the diffusion lesson say is so, where they start and where they lead."""

from typing import Any

import pytest

from gaussians.kit.check_steps import at_step
from gaussians.lessons.diffusion.lesson import Diffusion
from gaussians.lessons.diffusion.schedule import SCHEDULES

WORDS = Diffusion.words()
STEPS = {step.title: step for step in WORDS.steps}
PREDICT = "Predict what is left"
PICTURES = ("letters", "spiral", "moons")


def readouts(title: str, **values: Any) -> dict[str, Any]:
    lesson = at_step(Diffusion, STEPS[title])
    lesson.param.update(values)
    return lesson.scene().readouts


def test_a_quarter_is_left_and_no_slip_says_so() -> None:
    found = readouts(PREDICT)
    (asked,) = WORDS.predictions
    assert found["abar"] == pytest.approx(0.25, abs=0.001)
    said = {name: round(found[name], 1) for name in (asked.answer, *asked.hints)}
    assert said == {"kept": 25, "kept_root": 50, "kept_rest": 75, "kept_square": 6.3}


def test_no_step_before_tells_how_much_variance_is_left() -> None:
    before = [*STEPS][: [*STEPS].index(PREDICT) + 1]
    for title in before:
        assert not {"picture_area", "total"} & set(STEPS[title].marks)
        assert "variance is left" not in STEPS[title].text


@pytest.mark.parametrize("picture", PICTURES)
def test_the_picture_fades_before_its_gaussian_does(picture: str) -> None:
    step = "How far from noise?"
    early, late = (readouts(step, picture=picture, t=t) for t in (5, 25))
    assert early["own"] > 2 * early["bell"]
    assert late["own"] == pytest.approx(late["bell"], rel=0.02)
    assert readouts(step, picture=picture, t=40)["own"] < 0.001


def test_the_cosine_takes_longer_as_goals_and_story_say() -> None:
    first = {}
    for schedule in SCHEDULES:
        states = ((t, readouts("A schedule", schedule=schedule, t=t)) for t in range(51))
        first[schedule] = next(t for t, found in states if found["abar"] < 0.1)
    assert first["cosine"] > first["linear"] + 15
    half = {name: readouts("A schedule", schedule=name, t=25)["abar"] for name in SCHEDULES}
    assert {name: f"{value:.0%}" for name, value in half.items()} == {
        "linear": "7%", "cosine": "49%",
    }  # fmt: skip
    assert SCHEDULES["linear"].beta[[0, -1]] == pytest.approx([0.002, 0.4])


@pytest.mark.parametrize("seed", range(1, 6))
def test_points_leave_the_square_when_nothing_shrinks(seed: int) -> None:
    step = "Break it: no shrinking"
    assert readouts(step, seed=seed)["outside"] < 3
    broken = readouts(step, seed=seed, shrink=0, t=50)
    assert broken["total"] > 10
    assert broken["outside"] > 100
