"""A plan in steps, each of which looks what is there before it acts, so that it may be cut off and run again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

Say = Callable[[str], None]


class State(StrEnum):
    """What a step has found; the words are what the plan shows."""

    THERE = "there already"
    MAKE = "will be made"
    CHANGE = "will be changed"
    LATER = "will be made once what comes before it is done"
    STAYS = "differs, and stays as it is"
    BY_HAND = "to be done by hand"
    UNASKED = "not asked for"


ACTING = frozenset({State.MAKE, State.CHANGE})


@dataclass(frozen=True)
class Finding:
    """What a step has found, and the lines that tell what it is going to do, or what a person has to."""

    state: State
    lines: tuple[str, ...] = ()

    @property
    def acts(self) -> bool:
        return self.state in ACTING


class Step(Protocol):
    """One thing that the server needs. `undo` says in one line how a person takes it back."""

    @property
    def title(self) -> str:
        """What it is about."""

    @property
    def undo(self) -> str:
        """How a person takes it back."""

    def examine(self) -> Finding:
        """Look, and change nothing. Raises HmsError where this cannot be done at all."""

    def do(self, say: Say) -> None:
        """Make or change it; what an earlier, interrupted time has left is gone on with. Raises HmsError."""


def examined(steps: Sequence[Step]) -> tuple[Finding, ...]:
    """What every step finds. Raises HmsError where one of them cannot be done, before anything was done."""
    return tuple(step.examine() for step in steps)


def lines_of(steps: Sequence[Step], findings: Sequence[Finding]) -> list[str]:
    """The plan as a person reads it."""
    told: list[str] = []
    for number, (step, finding) in enumerate(zip(steps, findings, strict=True), start=1):
        told.append(f"{number:>3}. {step.title}: {finding.state}.")
        told += [f"       {line}" for line in finding.lines]
        if finding.acts:
            told.append(f"       To undo: {step.undo}")
    return told


def tree_of(steps: Sequence[Step], findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """The plan for another program, in the order of the steps."""
    return [
        {
            "step": step.title,
            "state": finding.state.name.lower(),
            "lines": list(finding.lines),
            **({"undo": step.undo} if finding.acts else {}),
        }
        for step, finding in zip(steps, findings, strict=True)
    ]


def carried_out(steps: Sequence[Step], say: Say) -> int:
    """Do what each step finds to be done at its turn; how many had something to do. Raises HmsError at the first
    that fails: those before it are done, and the same command goes on there."""
    done = 0
    for step in steps:
        if step.examine().acts:
            say(f"{step.title} …")
            step.do(say)
            done += 1
    return done
