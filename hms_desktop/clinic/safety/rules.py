"""How grave a warning is, and what of all that was found is shown: merged by its cause, the gravest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

TERMS = ("substance", "class", "other")
GRAVITIES = ("contraindication", "avoid", "precaution", "note")
"""Of an interaction, the gravest first; those of the ANSM's thesaurus."""
CAUTIONS = ("dose", "age", "pregnancy")
UNITS = ("mg", "g", "mcg", "IU")
LEVELS = ("stop", "warning", "info", "hidden")
"""`stop` needs a reason and a colleague's assent, `warning` a reason, `info` nothing; `hidden` is not shown."""

DEFAULT_LEVELS: Mapping[str, str] = {
    "allergy.substance": "stop",
    "allergy.class": "stop",
    "allergy.words": "warning",
    "allergy.not_asked": "info",
    "interaction.contraindication": "stop",
    "interaction.avoid": "warning",
    "interaction.precaution": "info",
    "interaction.note": "hidden",
    "duplicate.substance": "warning",
    "duplicate.class": "info",
    "dose.most": "warning",
    "dose.least": "info",
    "dose.unknown": "info",
    "age": "warning",
    "age.unknown": "info",
    "pregnancy": "warning",
    "supply": "info",
    "unchecked": "info",
}
"""What a hospital begins with, by kind of warning; the database holds the same table (guards.sql)."""
NEVER_HIDDEN = frozenset({"allergy.substance", "allergy.class", "interaction.contraindication"})

_CAUSES = ("allergy", "interaction", "pregnancy", "age", "dose", "supply", "duplicate", "unchecked")
"""What is told first among equally grave warnings."""
_KINDS = tuple(DEFAULT_LEVELS)


@dataclass(frozen=True)
class Finding:
    """One thing that the database found about one line.

    `place` is the line's place in what was asked, `other` the medicine that it meets, None where it meets the patient.
    `code` names this finding, `subject` what a hospital may tune, `params` what its sentence speaks of.
    """

    kind: str
    subject: str
    code: str
    level: str
    place: int
    medicine: str
    other: str | None = None
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def cause(self) -> str:
        """`interaction` of `interaction.avoid`."""
        return self.kind.partition(".")[0]


@dataclass(frozen=True)
class Warned:
    """One warning as it is shown: the gravest finding of its cause, and the others that it stands for."""

    shown: Finding
    also: tuple[Finding, ...] = ()

    @property
    def level(self) -> str:
        return self.shown.level

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (self.shown, *self.also)

    @property
    def codes(self) -> tuple[str, ...]:
        """What an override of this warning answers."""
        return tuple(finding.code for finding in self.findings if finding.level in ("stop", "warning"))


def warnings(findings: Iterable[Finding]) -> tuple[Warned, ...]:
    """What is shown of `findings`: one warning a cause and pair of medicines, the gravest first.

    Hidden findings fall out. The same pair found twice (as substances and as classes, from two lists) is one warning.
    That a supply is not used up and that a medicine is doubled are one warning, too.
    """
    groups: dict[tuple[str, frozenset[str], int], list[Finding]] = {}
    for finding in findings:
        if finding.level != "hidden":
            groups.setdefault(_cause(finding), []).append(finding)
    return tuple(sorted((_merged(group) for group in groups.values()), key=lambda one: _order(one.shown)))


def needing_reason(told: Sequence[Warned]) -> tuple[str, ...]:
    """The codes that an override must answer with a reason, sorted."""
    return tuple(sorted({code for one in told for code in one.codes}))


def needing_assent(told: Sequence[Warned]) -> tuple[str, ...]:
    """The codes of the stops, sorted: what a colleague agrees to."""
    return tuple(sorted({finding.code for one in told for finding in one.findings if finding.level == "stop"}))


def _pair(finding: Finding) -> frozenset[str]:
    return frozenset({finding.medicine, finding.other or finding.medicine})


def _cause(finding: Finding) -> tuple[str, frozenset[str], int]:
    """What makes two findings one warning. What meets the patient is told line by line, a meeting of two once."""
    cause = "supply" if finding.cause == "duplicate" else finding.cause
    return cause, _pair(finding), finding.place if finding.other is None else -1


def _merged(group: Sequence[Finding]) -> Warned:
    first, *others = sorted(group, key=_order)
    return Warned(first, tuple(others))


def _order(finding: Finding) -> tuple[int, int, int, int, str]:
    cause = _CAUSES.index(finding.cause) if finding.cause in _CAUSES else len(_CAUSES)
    kind = _KINDS.index(finding.kind) if finding.kind in _KINDS else len(_KINDS)
    return LEVELS.index(finding.level), cause, finding.place, kind, finding.code
