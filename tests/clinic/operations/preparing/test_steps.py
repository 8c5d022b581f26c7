"""A plan in steps: looked at as a whole first, done one after the other, gone on with where it was cut off."""

from dataclasses import dataclass, field

import pytest

from hms_desktop.clinic.operations.preparing import steps
from hms_desktop.clinic.operations.preparing.steps import Finding, Say, State
from hms_desktop.core.errors import Refused


@dataclass
class Made:
    """A step that is done once, unless it fails."""

    title: str
    done: list[str] = field(default_factory=list)
    fails: bool = False
    undo: str = "take it back."

    def examine(self) -> Finding:
        return Finding(State.THERE if self.title in self.done else State.MAKE, ("one line",))

    def do(self, say: Say) -> None:
        if self.fails:
            raise Refused("test.fails", "It failed.")
        self.done.append(self.title)


def test_the_plan_tells_what_is_there_what_is_made_and_how_to_undo_it() -> None:
    plan = [Made("First", ["First"]), Made("Second")]
    assert steps.lines_of(plan, steps.examined(plan)) == [
        "  1. First: there already.",
        "       one line",
        "  2. Second: will be made.",
        "       one line",
        "       To undo: take it back.",
    ]
    assert steps.tree_of(plan, steps.examined(plan)) == [
        {"step": "First", "state": "there", "lines": ["one line"]},
        {"step": "Second", "state": "make", "lines": ["one line"], "undo": "take it back."},
    ]


def test_a_plan_that_was_cut_off_goes_on_where_it_stopped() -> None:
    done: list[str] = []
    plan = [Made("First", done), Made("Second", done, fails=True), Made("Third", done)]
    with pytest.raises(Refused):
        steps.carried_out(plan, lambda _line: None)
    assert done == ["First"]
    plan[1].fails = False
    said: list[str] = []
    assert steps.carried_out(plan, said.append) == 2
    assert said == ["Second …", "Third …"]
    assert steps.carried_out(plan, said.append) == 0
