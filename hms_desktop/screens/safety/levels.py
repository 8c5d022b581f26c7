"""How each kind of warning is shown here, beside how often it was shown and overridden."""

from collections.abc import Hashable, Sequence

from hms_desktop.clinic.safety import actions, queries, rules
from hms_desktop.clinic.safety.queries import LevelRow
from hms_desktop.screens.warning_words import TONES, kind_words, level_meaning, level_word
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.list_file import ListFile

LONGEST_REASON = 300


class LevelsPage(EditorPage[LevelRow]):
    """The kinds stand first, then single warnings, those that were shown the oftenest at the top."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Warnings"),
            [
                Column(self.tr("Warning"), _name, stretch=True, strong=True, tip=_name),
                Column(
                    self.tr("Shown as"),
                    lambda row: level_word(row.level),
                    width=104,
                    tone=lambda row: TONES.get(row.level, "neutral"),
                ),
                Column(self.tr("Shown"), lambda row: f"{row.shown:,}", END, width=68, raw=lambda row: row.shown),
                Column(
                    self.tr("Overridden"),
                    lambda row: f"{row.overridden:,}",
                    END,
                    width=88,
                    raw=lambda row: row.overridden,
                ),
                Column(self.tr("Share (%)"), _share, END, width=80, raw=lambda row: row.share),
                Column(
                    self.tr("Here"),
                    lambda row: row.reason or self.tr("as usual"),
                    width=96,
                    muted=True,
                    tip=lambda row: row.reason,
                ),
            ],
            key=lambda row: row.subject,
        )
        self.set_subtitle(self.tr("A warning that is nearly always overridden teaches people to look away."))
        self.level = choice_field([(level, level_meaning(level)) for level in rules.LEVELS])
        self.add("level", self.tr("Shown as"), self.level)
        self.add("reason", self.tr("Why here"), text_field(longest=LONGEST_REASON), required=True)
        ListFile(self, lambda: self.table, "warning_levels")
        self.table.set_empty_text(self.tr("Reading…"))
        self.follow("safety")
        self.follow("overrides")

    async def read(self) -> Sequence[LevelRow]:
        return await self.desk.db.read(queries.levels, snapshot=True)

    def values_of(self, row: LevelRow | None) -> Values:
        return {"level": row.level if row else "info", "reason": row.reason if row else ""}

    def title_of(self, row: LevelRow | None) -> str:
        return _name(row) if row else ""

    def words_of(self, field: str, value: object) -> str:
        return level_word(str(value)) if field == "level" else super().words_of(field, value)

    def fault(self, values: Values, row: LevelRow | None) -> tuple[str, str] | None:
        if row is not None and values["level"] == "hidden" and row.kind in rules.NEVER_HIDDEN:
            return "level", self.tr(
                "Allergies and contraindications are never hidden; show them as a warning at least."
            )
        return None

    async def save(self, values: Values, row: LevelRow | None) -> Hashable:
        if row is None:
            return None
        await self.wishes.run(
            actions.save_warning_level,
            subject=row.subject,
            version=row.version,
            level=values["level"],
            reason=values["reason"],
        )
        return row.subject


def _name(row: LevelRow) -> str:
    if row.whole_kind:
        return kind_words(row.kind)
    what = row.subject.partition(":")[2] or row.subject
    return f"  {what.replace('+', ' × ').lower()}"


def _share(row: LevelRow) -> str:
    return "–" if row.share is None else f"{row.share * 100:.0f}"
