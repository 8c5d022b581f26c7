"""What is shown of all that was found: merged by cause and pair, the gravest first, no answer lost."""

from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.safety import rules
from hms_desktop.clinic.safety.rules import Finding

MEDICINES = ("Warfarin 5 mg", "Ibuprofen 400 mg", "Zinc 20 mg")


def finding(kind: str, level: str, place: int = 1, medicine: str = MEDICINES[0], other: str | None = None) -> Finding:
    return Finding(kind, "", f"{kind}/{medicine}/{other}/{place}", level, place, medicine, other)


def test_the_same_pair_found_twice_is_one_warning_under_its_gravest_finding() -> None:
    told = rules.warnings(
        [
            finding("interaction.precaution", "info", 1, MEDICINES[0], MEDICINES[1]),
            finding("interaction.avoid", "warning", 2, MEDICINES[1], MEDICINES[0]),
        ]
    )
    assert [(one.level, len(one.also)) for one in told] == [("warning", 1)]
    assert told[0].codes == (told[0].shown.code,)


def test_a_duplicate_and_a_supply_that_is_not_used_up_are_one_warning() -> None:
    told = rules.warnings(
        [
            finding("supply", "info", 1, MEDICINES[0], MEDICINES[0]),
            finding("duplicate.substance", "warning", 1, MEDICINES[0], MEDICINES[0]),
        ]
    )
    assert [one.shown.kind for one in told] == ["duplicate.substance"]
    assert [one.kind for one in told[0].also] == ["supply"]


def test_an_interaction_of_two_that_are_also_of_one_group_is_a_warning_of_its_own() -> None:
    kinds = ("duplicate.class", "interaction.avoid", "dose.most", "age", "pregnancy", "allergy.words")
    others = [MEDICINES[1] if kind.startswith(("duplicate", "interaction")) else None for kind in kinds]
    told = rules.warnings(
        [finding(kind, "warning", 1, MEDICINES[0], other) for kind, other in zip(kinds, others, strict=True)]
    )
    assert sorted(one.shown.kind for one in told) == sorted(kinds)
    assert not any(one.also for one in told), "none hides behind another"


def test_of_equally_grave_findings_of_one_cause_the_surest_is_told() -> None:
    told = rules.warnings([finding("allergy.class", "stop"), finding("allergy.substance", "stop")])
    assert [(one.shown.kind, [also.kind for also in one.also]) for one in told] == [
        ("allergy.substance", ["allergy.class"])
    ]


def test_what_meets_the_patient_is_told_line_by_line() -> None:
    told = rules.warnings([finding("allergy.class", "stop", place) for place in (2, 1)])
    assert [one.shown.place for one in told] == [1, 2]


def test_hidden_findings_are_not_shown_and_need_no_answer() -> None:
    told = rules.warnings([finding("interaction.note", "hidden", 1, MEDICINES[0], MEDICINES[1])])
    assert (told, rules.needing_reason(told), rules.needing_assent(told)) == ((), (), ())


def test_equally_grave_warnings_stand_in_the_order_of_their_causes() -> None:
    told = rules.warnings(
        [
            finding("duplicate.substance", "warning", 1, MEDICINES[0], MEDICINES[1]),
            finding("age", "warning", 3),
            finding("interaction.avoid", "warning", 2, MEDICINES[0], MEDICINES[2]),
            finding("allergy.words", "warning", 4),
            finding("supply", "info", 1),
        ]
    )
    assert [one.shown.cause for one in told] == ["allergy", "interaction", "age", "duplicate", "supply"]


FINDINGS = st.lists(
    st.builds(
        finding,
        st.sampled_from(list(rules.DEFAULT_LEVELS)),
        st.sampled_from(rules.LEVELS),
        st.integers(1, 3),
        st.sampled_from(MEDICINES),
        st.one_of(st.none(), st.sampled_from(MEDICINES)),
    ),
    max_size=12,
)


@given(FINDINGS)
def test_merging_loses_no_finding_and_no_answer_whatever_their_order(findings: list[Finding]) -> None:
    told = rules.warnings(findings)
    shown = [one for warned in told for one in warned.findings]
    assert sorted(one.code for one in shown) == sorted(one.code for one in findings if one.level != "hidden")
    assert set(rules.needing_reason(told)) == {one.code for one in findings if one.level in ("stop", "warning")}
    assert set(rules.needing_assent(told)) == {one.code for one in findings if one.level == "stop"}
    grades = [rules.LEVELS.index(one.level) for one in told]
    assert grades == sorted(grades)
    assert all(one.level == min((f.level for f in one.findings), key=rules.LEVELS.index) for one in told)
    assert [one.shown.code for one in rules.warnings(reversed(findings))] == [one.shown.code for one in told]
