"""Allergies: coded where the list knows them, in words where not; "none known" is an answer, "not asked" is not."""

from collections.abc import Mapping
from dataclasses import dataclass

from hms_desktop.clinic.patients.texts import check_text
from hms_desktop.core.errors import Refused

SEVERITIES = ("unknown", "mild", "moderate", "severe")
STATUSES = ("not_asked", "none_known", "known")
SYSTEMS = ("", "atc", "hms")
"""Where a code comes from: no code, WHO's Anatomical Therapeutic Chemical classes, this suite's own list."""

SUBSTANCE_LENGTH = 200
REACTION_LENGTH = 300

ALLERGENS: Mapping[str, tuple[str, str]] = {
    "Penicillins": ("atc", "J01C"),
    "Cephalosporins": ("atc", "J01D"),
    "Sulfonamides and trimethoprim": ("atc", "J01E"),
    "Macrolides": ("atc", "J01FA"),
    "Quinolones": ("atc", "J01M"),
    "Tetracyclines": ("atc", "J01A"),
    "Aminoglycosides": ("atc", "J01G"),
    "Antimalarials": ("atc", "P01B"),
    "Aspirin and other salicylates": ("atc", "N02BA"),
    "Anti-inflammatory painkillers (NSAIDs)": ("atc", "M01A"),
    "Paracetamol": ("atc", "N02BE01"),
    "Opioids": ("atc", "N02A"),
    "Local anaesthetics": ("atc", "N01B"),
    "General anaesthetics": ("atc", "N01A"),
    "Muscle relaxants": ("atc", "M03A"),
    "Antiepileptics": ("atc", "N03A"),
    "ACE inhibitors": ("atc", "C09A"),
    "Heparins": ("atc", "B01AB"),
    "Insulins": ("atc", "A10A"),
    "Vaccines": ("atc", "J07"),
    "X-ray contrast media with iodine": ("atc", "V08A"),
    "Iodine on the skin": ("atc", "D08AG"),
    "Chlorhexidine": ("atc", "D08AC02"),
    "Latex": ("hms", "latex"),
    "Adhesive plaster": ("hms", "plaster"),
    "Nickel": ("hms", "nickel"),
    "Peanut": ("hms", "peanut"),
    "Tree nuts": ("hms", "tree-nuts"),
    "Milk": ("hms", "milk"),
    "Egg": ("hms", "egg"),
    "Fish": ("hms", "fish"),
    "Shellfish": ("hms", "shellfish"),
    "Wheat": ("hms", "wheat"),
    "Soya": ("hms", "soya"),
    "Sesame": ("hms", "sesame"),
    "Bee and wasp stings": ("hms", "stings"),
    "House dust mite": ("hms", "dust-mite"),
    "Pollen": ("hms", "pollen"),
    "Mould": ("hms", "mould"),
    "Animal hair": ("hms", "animal-hair"),
}
"""What people are often allergic to: the English words, and system and code."""

_CODES = {words.casefold(): code for words, code in ALLERGENS.items()}


@dataclass(frozen=True)
class Allergy:
    """One allergy; `system` and `code` are empty where the substance is in words only. `id` is None until stored."""

    substance: str
    severity: str = "unknown"
    reaction: str = ""
    system: str = ""
    code: str = ""
    id: int | None = None


@dataclass(frozen=True)
class Allergies:
    """The answer to "any allergies?": those `known`, or `none_known`, or neither: then nobody has asked."""

    known: tuple[Allergy, ...] = ()
    none_known: bool = False

    @property
    def status(self) -> str:
        """One of STATUSES."""
        if self.known:
            return "known"
        return "none_known" if self.none_known else "not_asked"


def code_of(substance: str) -> tuple[str, str]:
    """System and code of a substance by its English words; two empty texts where the list does not know it."""
    return _CODES.get(substance.strip().casefold(), ("", ""))


def check_allergies(allergies: Allergies) -> None:
    """Refuse an answer that contradicts itself, names nothing or names one substance twice."""
    if allergies.known and allergies.none_known:
        raise Refused(
            "patients.allergies_contradict",
            'Allergies are listed, so "none known" cannot stand beside them; take out the one or the other.',
            {"field": "allergy"},
        )
    named: set[str] = set()
    for allergy in allergies.known:
        check_text("allergy", allergy.substance, longest=SUBSTANCE_LENGTH)
        check_text("reaction", allergy.reaction, longest=REACTION_LENGTH)
        key = allergy.substance.strip().casefold()
        if not key:
            raise Refused("patients.allergy_empty", "The allergy names no substance.", {"field": "allergy"})
        if key in named:
            raise Refused(
                "patients.allergy_twice", "The same allergy is listed twice; take one out.", {"field": "allergy"}
            )
        named.add(key)
