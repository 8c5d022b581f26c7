"""The directions of a line as one sentence for the patient, in the languages that a hospital can choose (rule 40)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from hms_desktop.clinic.prescriptions.rules import Line, TaperStep, is_as_needed
from hms_desktop.clinic.prescriptions.sigs import AS_NEEDED, ONCE

FORMS: dict[str, str] = {
    "cream": "apply",
    "ointment": "apply",
    "gel": "apply",
    "lotion": "apply",
    "drops": "instil",
    "inhaler": "inhale",
    "inhalation": "inhale",
    "spray": "spray",
    "injection": "inject",
    "suppository": "insert",
    "pessary": "insert",
    "patch": "apply",
}
"""What is done with a medicine, by a word of its form; what is none of these is taken."""


@dataclass(frozen=True)
class Tongue:
    """The words of one language. `verbs` come first in the sentence, the sigs after the amount.

    `days` holds what is said for one day, for two (empty: as for more) and for more; `{n}` is the number. `units` are
    base units in the singular and the plural; one that is not listed stays as the catalogue calls it.
    """

    verbs: Mapping[str, str]
    sigs: Mapping[str, str]
    days: tuple[str, str, str]
    as_needed: str
    at_most: str
    then: str
    meals: Mapping[str, str]
    units: Mapping[str, tuple[str, str]]
    stop: str = "."
    comma: str = ","


_EN = Tongue(
    verbs={
        "take": "Take",
        "apply": "Apply",
        "instil": "Put in",
        "inhale": "Inhale",
        "spray": "Spray",
        "inject": "Inject",
        "insert": "Insert",
    },
    sigs={
        "OD": "once a day",
        "OM": "every morning",
        "ON": "every night",
        "BD": "twice a day",
        "TDS": "three times a day",
        "QDS": "four times a day",
        "5XD": "five times a day",
        "Q2H": "every 2 hours",
        "Q3H": "every 3 hours",
        "Q4H": "every 4 hours",
        "Q6H": "every 6 hours",
        "Q8H": "every 8 hours",
        "Q12H": "every 12 hours",
        "EOD": "every other day",
        "QW": "once a week",
        "BIW": "twice a week",
        "TIW": "three times a week",
        "QM": "once a month",
        "STAT": "once only",
    },
    days=("for 1 day", "", "for {n} days"),
    as_needed="when needed",
    at_most="at most {amount} in 24 hours",
    then="then",
    meals={"before_food": "before food", "after_food": "after food", "with_food": "with food"},
    units={
        "tablet": ("tablet", "tablets"),
        "capsule": ("capsule", "capsules"),
        "ml": ("ml", "ml"),
        "puff": ("puff", "puffs"),
        "drop": ("drop", "drops"),
        "sachet": ("sachet", "sachets"),
        "suppository": ("suppository", "suppositories"),
        "patch": ("patch", "patches"),
        "unit": ("unit", "units"),
    },
)
_FR = Tongue(
    verbs={
        "take": "Prendre",
        "apply": "Appliquer",
        "instil": "Instiller",
        "inhale": "Inhaler",
        "spray": "Pulvériser",
        "inject": "Injecter",
        "insert": "Introduire",
    },
    sigs={
        "OD": "une fois par jour",
        "OM": "chaque matin",
        "ON": "chaque soir au coucher",
        "BD": "deux fois par jour",
        "TDS": "trois fois par jour",
        "QDS": "quatre fois par jour",
        "5XD": "cinq fois par jour",
        "Q2H": "toutes les 2 heures",
        "Q3H": "toutes les 3 heures",
        "Q4H": "toutes les 4 heures",
        "Q6H": "toutes les 6 heures",
        "Q8H": "toutes les 8 heures",
        "Q12H": "toutes les 12 heures",
        "EOD": "un jour sur deux",
        "QW": "une fois par semaine",
        "BIW": "deux fois par semaine",
        "TIW": "trois fois par semaine",
        "QM": "une fois par mois",
        "STAT": "une seule fois",
    },
    days=("pendant 1 jour", "", "pendant {n} jours"),
    as_needed="si besoin",
    at_most="au plus {amount} en 24 heures",
    then="puis",
    meals={"before_food": "avant le repas", "after_food": "après le repas", "with_food": "pendant le repas"},
    units={
        "tablet": ("comprimé", "comprimés"),
        "capsule": ("gélule", "gélules"),
        "ml": ("ml", "ml"),
        "puff": ("bouffée", "bouffées"),
        "drop": ("goutte", "gouttes"),
        "sachet": ("sachet", "sachets"),
        "suppository": ("suppositoire", "suppositoires"),
        "patch": ("patch", "patchs"),
        "unit": ("unité", "unités"),
    },
)
_ES = Tongue(
    verbs={
        "take": "Tome",
        "apply": "Aplique",
        "instil": "Ponga",
        "inhale": "Inhale",
        "spray": "Pulverice",
        "inject": "Inyecte",
        "insert": "Introduzca",
    },
    sigs={
        "OD": "una vez al día",
        "OM": "cada mañana",
        "ON": "cada noche",
        "BD": "dos veces al día",
        "TDS": "tres veces al día",
        "QDS": "cuatro veces al día",
        "5XD": "cinco veces al día",
        "Q2H": "cada 2 horas",
        "Q3H": "cada 3 horas",
        "Q4H": "cada 4 horas",
        "Q6H": "cada 6 horas",
        "Q8H": "cada 8 horas",
        "Q12H": "cada 12 horas",
        "EOD": "un día sí y otro no",
        "QW": "una vez por semana",
        "BIW": "dos veces por semana",
        "TIW": "tres veces por semana",
        "QM": "una vez al mes",
        "STAT": "una sola vez",
    },
    days=("durante 1 día", "", "durante {n} días"),
    as_needed="si lo necesita",
    at_most="como máximo {amount} en 24 horas",
    then="después",
    meals={"before_food": "antes de comer", "after_food": "después de comer", "with_food": "con la comida"},
    units={
        "tablet": ("comprimido", "comprimidos"),
        "capsule": ("cápsula", "cápsulas"),
        "ml": ("ml", "ml"),
        "puff": ("inhalación", "inhalaciones"),
        "drop": ("gota", "gotas"),
        "sachet": ("sobre", "sobres"),
        "suppository": ("supositorio", "supositorios"),
        "patch": ("parche", "parches"),
        "unit": ("unidad", "unidades"),
    },
)
_PT = Tongue(
    verbs={
        "take": "Tome",
        "apply": "Aplique",
        "instil": "Pingue",
        "inhale": "Inale",
        "spray": "Pulverize",
        "inject": "Injete",
        "insert": "Introduza",
    },
    sigs={
        "OD": "uma vez por dia",
        "OM": "todas as manhãs",
        "ON": "todas as noites",
        "BD": "duas vezes por dia",
        "TDS": "três vezes por dia",
        "QDS": "quatro vezes por dia",
        "5XD": "cinco vezes por dia",
        "Q2H": "a cada 2 horas",
        "Q3H": "a cada 3 horas",
        "Q4H": "a cada 4 horas",
        "Q6H": "a cada 6 horas",
        "Q8H": "a cada 8 horas",
        "Q12H": "a cada 12 horas",
        "EOD": "dia sim, dia não",
        "QW": "uma vez por semana",
        "BIW": "duas vezes por semana",
        "TIW": "três vezes por semana",
        "QM": "uma vez por mês",
        "STAT": "uma única vez",
    },
    days=("durante 1 dia", "", "durante {n} dias"),
    as_needed="se necessário",
    at_most="no máximo {amount} em 24 horas",
    then="depois",
    meals={"before_food": "antes de comer", "after_food": "depois de comer", "with_food": "com a comida"},
    units={
        "tablet": ("comprimido", "comprimidos"),
        "capsule": ("cápsula", "cápsulas"),
        "ml": ("ml", "ml"),
        "puff": ("inalação", "inalações"),
        "drop": ("gota", "gotas"),
        "sachet": ("saqueta", "saquetas"),
        "suppository": ("supositório", "supositórios"),
        "patch": ("adesivo", "adesivos"),
        "unit": ("unidade", "unidades"),
    },
)
_SW = Tongue(
    verbs={
        "take": "Tumia",
        "apply": "Paka",
        "instil": "Weka",
        "inhale": "Vuta",
        "spray": "Nyunyiza",
        "inject": "Choma",
        "insert": "Ingiza",
    },
    sigs={
        "OD": "mara moja kwa siku",
        "OM": "kila asubuhi",
        "ON": "kila usiku",
        "BD": "mara mbili kwa siku",
        "TDS": "mara tatu kwa siku",
        "QDS": "mara nne kwa siku",
        "5XD": "mara tano kwa siku",
        "Q2H": "kila baada ya saa 2",
        "Q3H": "kila baada ya saa 3",
        "Q4H": "kila baada ya saa 4",
        "Q6H": "kila baada ya saa 6",
        "Q8H": "kila baada ya saa 8",
        "Q12H": "kila baada ya saa 12",
        "EOD": "kila baada ya siku moja",
        "QW": "mara moja kwa wiki",
        "BIW": "mara mbili kwa wiki",
        "TIW": "mara tatu kwa wiki",
        "QM": "mara moja kwa mwezi",
        "STAT": "mara moja tu",
    },
    days=("kwa siku 1", "", "kwa siku {n}"),
    as_needed="unapohitaji",
    at_most="isizidi {amount} kwa saa 24",
    then="kisha",
    meals={"before_food": "kabla ya kula", "after_food": "baada ya kula", "with_food": "pamoja na chakula"},
    units={
        "tablet": ("kidonge", "vidonge"),
        "capsule": ("kapsuli", "kapsuli"),
        "drop": ("tone", "matone"),
        "sachet": ("pakiti", "pakiti"),
    },
)
_AR = Tongue(
    verbs={
        "take": "خذ",
        "apply": "ضع على الجلد",
        "instil": "قطّر",
        "inhale": "استنشق",
        "spray": "بخّ",
        "inject": "احقن",
        "insert": "أدخل",
    },
    sigs={
        "OD": "مرة في اليوم",
        "OM": "كل صباح",
        "ON": "كل ليلة",
        "BD": "مرتين في اليوم",
        "TDS": "ثلاث مرات في اليوم",
        "QDS": "أربع مرات في اليوم",
        "5XD": "خمس مرات في اليوم",
        "Q2H": "كل ساعتين",
        "Q3H": "كل 3 ساعات",
        "Q4H": "كل 4 ساعات",
        "Q6H": "كل 6 ساعات",
        "Q8H": "كل 8 ساعات",
        "Q12H": "كل 12 ساعة",
        "EOD": "يومًا بعد يوم",
        "QW": "مرة في الأسبوع",
        "BIW": "مرتين في الأسبوع",
        "TIW": "ثلاث مرات في الأسبوع",
        "QM": "مرة في الشهر",
        "STAT": "مرة واحدة فقط",
    },
    days=("لمدة يوم واحد", "لمدة يومين", "عدد الأيام: {n}"),
    as_needed="عند الحاجة",
    at_most="الحد الأقصى {amount} خلال 24 ساعة",
    then="ثم",
    meals={"before_food": "قبل الأكل", "after_food": "بعد الأكل", "with_food": "مع الأكل"},
    units={
        "tablet": ("قرص", "قرص"),
        "capsule": ("كبسولة", "كبسولة"),
        "ml": ("مل", "مل"),
        "puff": ("بخة", "بخة"),
        "drop": ("قطرة", "قطرة"),
        "sachet": ("كيس", "كيس"),
        "suppository": ("تحميلة", "تحميلة"),
        "patch": ("لصقة", "لصقة"),
        "unit": ("وحدة", "وحدة"),
    },
    comma="،",
)
_HI = Tongue(
    verbs={
        "take": "लें:",
        "apply": "लगाएँ:",
        "instil": "डालें:",
        "inhale": "साँस से लें:",
        "spray": "छिड़कें:",
        "inject": "इंजेक्शन लें:",
        "insert": "अंदर रखें:",
    },
    sigs={
        "OD": "दिन में एक बार",
        "OM": "हर सुबह",
        "ON": "हर रात",
        "BD": "दिन में दो बार",
        "TDS": "दिन में तीन बार",
        "QDS": "दिन में चार बार",
        "5XD": "दिन में पाँच बार",
        "Q2H": "हर 2 घंटे में",
        "Q3H": "हर 3 घंटे में",
        "Q4H": "हर 4 घंटे में",
        "Q6H": "हर 6 घंटे में",
        "Q8H": "हर 8 घंटे में",
        "Q12H": "हर 12 घंटे में",
        "EOD": "एक दिन छोड़कर",
        "QW": "हफ़्ते में एक बार",
        "BIW": "हफ़्ते में दो बार",
        "TIW": "हफ़्ते में तीन बार",
        "QM": "महीने में एक बार",
        "STAT": "केवल एक बार",
    },
    days=("1 दिन तक", "", "{n} दिन तक"),
    as_needed="ज़रूरत होने पर",
    at_most="24 घंटे में अधिक से अधिक {amount}",
    then="फिर",
    meals={"before_food": "खाने से पहले", "after_food": "खाने के बाद", "with_food": "खाने के साथ"},
    units={
        "tablet": ("गोली", "गोलियाँ"),
        "capsule": ("कैप्सूल", "कैप्सूल"),
        "ml": ("मि.ली.", "मि.ली."),
        "drop": ("बूँद", "बूँदें"),
        "sachet": ("पाउच", "पाउच"),
    },
    stop="।",
)
TONGUES: dict[str, Tongue] = {
    "en": _EN,
    "fr": _FR,
    "es": _ES,
    "pt": _PT,
    "sw": _SW,
    "ar": _AR,
    "hi": _HI,
}


def directions_of(line: Line, unit: str, language: str = "en", form: str = "") -> str:
    """What the label says: `Take 1 capsule three times a day for 7 days, after food.`

    `unit` is the medicine's base unit, `form` its form; a language that is not known is English. What the prescriber
    wrote in `directions` follows as it is, but for the words about food (`after_food; left eye`), which are translated.
    Empty where the line says nothing about its taking.
    """
    tongue = TONGUES.get(language, _EN)
    steps = line.taper or ((TaperStep(line.dose, line.frequency, line.days or 0),) if line.dose else ())
    verb = tongue.verbs[_verb(form)]
    clauses = [_step(tongue, step, unit) for step in steps]
    if clauses:
        clauses[0] = f"{verb} {clauses[0]}"
    parts = [f"{tongue.comma} {tongue.then} ".join(clauses)] if clauses else []
    if parts and is_as_needed(line):
        parts.append(tongue.as_needed)
    if line.daily_maximum is not None:
        parts.append(tongue.at_most.format(amount=_amount(tongue, line.daily_maximum, unit)))
    said = [part.strip() for part in line.directions.split(";")]
    parts += [tongue.meals[part] for part in said if part in tongue.meals]
    extra = "; ".join(part for part in said if part and part not in tongue.meals)
    sentence = f"{tongue.comma} ".join(parts)
    told = f"{sentence[:1].upper()}{sentence[1:]}{tongue.stop}" if sentence else ""
    return " ".join(part for part in (told, extra) if part)


def _verb(form: str) -> str:
    words = form.lower().replace("/", " ").replace(",", " ").split()
    return next((FORMS[word] for word in words if word in FORMS), "take")


def _step(tongue: Tongue, step: TaperStep, unit: str) -> str:
    """`1 capsule three times a day for 7 days`; what is taken once or as needed has no such duration."""
    parts = [_amount(tongue, step.dose, unit)]
    if step.frequency in tongue.sigs:
        parts.append(tongue.sigs[step.frequency])
    if step.days and step.frequency not in (ONCE, AS_NEEDED):
        one, two, more = tongue.days
        said = {1: one, 2: two or more}.get(step.days, more)
        parts.append(said.format(n=step.days))
    return " ".join(parts)


def _amount(tongue: Tongue, amount: Decimal, unit: str) -> str:
    singular, plural = tongue.units.get(unit.strip().lower().rstrip("s") or unit, (unit, unit))
    return f"{number(amount)} {singular if amount <= 1 else plural}"


def number(amount: Decimal) -> str:
    """An amount as it is said: `1`, `2.5`, and never `1.000`."""
    return f"{amount.normalize():f}"
