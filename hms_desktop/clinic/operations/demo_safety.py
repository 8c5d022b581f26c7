"""What the demo warns of: a few well-known interactions, doses and ages, plainly too few for a hospital."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from hms_desktop.clinic.safety import actions, queries
from hms_desktop.core.database import Database

SOURCE, RELEASE = "DEMO", "1"
CLASSES: Mapping[str, Sequence[str]] = {
    "NSAIDS": ("IBUPROFEN", "DICLOFENAC", "NAPROXEN", "ACETYLSALICYLIC ACID"),
    "ACE INHIBITORS": ("ENALAPRIL", "LISINOPRIL", "CAPTOPRIL"),
    "OPIOIDS": ("MORPHINE", "TRAMADOL", "CODEINE", "PETHIDINE"),
    "BENZODIAZEPINES": ("DIAZEPAM", "LORAZEPAM", "MIDAZOLAM"),
    "STATINS": ("SIMVASTATIN", "ATORVASTATIN"),
}
PAIRS: Sequence[tuple[str, str, str, str, str]] = (
    ("WARFARIN", "NSAIDS", "contraindication", "Bleeding, above all of the stomach.", "Give paracetamol instead."),
    ("CLARITHROMYCIN", "STATINS", "contraindication", "Muscle damage.", "Suspend the statin during the course."),
    ("OPIOIDS", "BENZODIAZEPINES", "avoid", "Breathing may fail.", "Least doses, and watch the patient."),
    ("METRONIDAZOLE", "WARFARIN", "avoid", "The INR rises.", "Measure it after three days."),
    ("NSAIDS", "ACE INHIBITORS", "precaution", "The kidneys may fail.", "Let the patient drink; check creatinine."),
    ("IBUPROFEN", "PREDNISOLONE", "precaution", "Ulcers of the stomach.", "Short, with food."),
    ("CIPROFLOXACIN", "FERROUS", "precaution", "Less is absorbed.", "Two hours apart."),
    ("ATENOLOL", "SALBUTAMOL", "avoid", "Each takes the other's effect.", "Ask the prescriber."),
    ("FUROSEMIDE", "GENTAMICIN", "precaution", "Ears and kidneys.", "Watch both."),
    ("METFORMIN", "PREDNISOLONE", "note", "Blood sugar rises.", "Measure it more often."),
)
"""One, other, gravity, what may happen, what to do."""
CAUTIONS: Sequence[tuple[str, Mapping[str, Any]]] = (
    ("paracetamol", {"kind": "dose", "from_age": 12, "most_at_once": 1000, "most_a_day": 4000}),
    ("ibuprofen", {"kind": "dose", "from_age": 12, "most_at_once": 800, "most_a_day": 2400}),
    ("ibuprofen", {"kind": "pregnancy", "words": "Not in the last three months."}),
    ("doxycycline", {"kind": "age", "to_age": 7, "words": "Teeth stay stained."}),
    ("doxycycline", {"kind": "pregnancy", "words": "Bones and teeth of the child."}),
    ("acetylsalicylic acid", {"kind": "age", "to_age": 15, "words": "Reye's syndrome."}),
)
LABELS: Sequence[tuple[str, str]] = (
    ("J01", "finish"),
    ("J01AA", "no_milk"),
    ("J01AA", "sun"),
    ("J01MA", "no_milk"),
    ("J01XD", "no_alcohol"),
    ("M01A", "water"),
    ("N02A", "sleepy"),
    ("N02A", "no_alcohol"),
    ("N02BE", "paracetamol"),
    ("N03", "keep_on"),
    ("N05", "sleepy"),
    ("R03BA", "rinse"),
    ("R06", "sleepy"),
)
"""Classes, and what stands on their labels."""


def fill(database: Database) -> None:
    """Bring in the list, what is known of the substances that the demo's catalogue holds, and the labels' cautions."""
    for atc_code, code in LABELS:
        database.run_now(actions.add_label_caution, intent=uuid4(), atc_code=atc_code, code=code)
    names = {name for pair in PAIRS for name in pair[:2]} - CLASSES.keys()
    substances = names | {name for members in CLASSES.values() for name in members}
    terms: list[dict[str, Any]] = [
        {"name": name, "kind": "substance", "classes": [one for one, members in CLASSES.items() if name in members]}
        for name in sorted(substances)
    ]
    terms += [{"name": name, "kind": "class"} for name in CLASSES]
    keys = ("one", "other", "gravity", "risk", "conduct")
    database.run_now(
        actions.import_interactions,
        intent=uuid4(),
        source=SOURCE,
        release=RELEASE,
        digest=hashlib.sha256(repr((PAIRS, CLASSES)).encode()).hexdigest(),
        terms=terms,
        pairs=[dict(zip(keys, pair, strict=True)) for pair in PAIRS],
    )
    known = {name.lower(): number for number, name in database.read_now(queries.substances)}
    for substance, caution in CAUTIONS:
        if substance in known:
            database.run_now(
                actions.save_caution,
                intent=uuid4(),
                caution_id=None,
                version=None,
                caution={"substance_id": known[substance], "source": "Demo", **caution},
            )
