"""A report as files: PDF for people, XLSX and CSV for spreadsheets; whole under their names, or not there at all."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from hms_desktop.clinic.reports.catalogue import AT_START, BY_KEY
from hms_desktop.clinic.reports.queries import Answer, Report
from hms_desktop.clinic.reports.words import Words
from hms_desktop.core import places
from hms_desktop.core.report_paper import LEFT_TO_RIGHT, Paper, PaperColumn, PaperTable, pdf
from hms_desktop.core.sheet_writer import SheetWriter


def name_of(report: Report) -> str:
    """What its files are called, without an ending: `queue-2026-03-01-2026-03-31`."""
    days = report.parameters
    first = f"-{days.first.isoformat()}" if "first" in BY_KEY[report.kind].wants and days.first != days.last else ""
    return f"{report.kind}{first}-{days.last.isoformat()}"


def about(report: Report, words: Words) -> tuple[str, ...]:
    """The lines below its title: the hospital, the days, what it is narrowed to, when it was made."""
    days = report.parameters
    mark = LEFT_TO_RIGHT if words.right_to_left else ""
    told = {"first": f"{mark}{days.first.isoformat()}", "last": f"{mark}{days.last.isoformat()}"}
    span = "days" if "first" in BY_KEY[report.kind].wants else "until"
    made = words.paper("made").format(at=f"{mark}{report.made_at:%Y-%m-%d %H:%M}")
    return (report.hospital, " · ".join((words.paper(span).format(**told), *report.narrowed)), made)


def write_all(folder: Path, report: Report, words: Words, ending: str) -> tuple[Path, ...]:
    """Every table of the report in files of that ending: one PDF, or one sheet for each table.

    Files of those names are replaced. Raises what `write` does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = name_of(report)
    if ending == "pdf":
        return (write(folder / f"{name}.pdf", report, words, report.answers),)
    several = len(report.answers) > 1
    return tuple(
        write(folder / f"{name}{f'-{answer.section.key}' if several else ''}.{ending}", report, words, (answer,))
        for answer in report.answers
    )


def write(path: Path, report: Report, words: Words, answers: Sequence[Answer]) -> Path:
    """Write `answers` of the report; a sheet holds the first of them. The ending of `path` says as what.

    Raises OSError where the disk says no, Refused where a page or sheet cannot hold that many rows, or for another
    ending.
    """
    if path.suffix.lower() == ".pdf":
        _whole(path, pdf(paper(report, words, answers), places.resources() / "fonts", report.made_at))
        return path
    answer = answers[0]
    with SheetWriter(path, [words.column(field, report.currency) for field in answer.section.fields]) as writer:
        for row in answer.rows:
            writer.write([words.filed(field, value) for field, value in zip(answer.section.fields, row, strict=True)])
    return path


def paper(report: Report, words: Words, answers: Sequence[Answer]) -> Paper:
    """The report as it is printed."""
    return Paper(
        words.title(report.kind),
        about(report, words),
        [_table(report, words, answer) for answer in answers],
        words.paper("page"),
        words.right_to_left,
    )


def _table(report: Report, words: Words, answer: Answer) -> PaperTable:
    fields = answer.section.fields
    columns = [
        PaperColumn(words.column(field, report.currency), field.weight, field.kind not in AT_START) for field in fields
    ]
    rows = [[words.text(field, value) for field, value in zip(fields, row, strict=True)] for row in answer.rows]
    return PaperTable(words.section(answer.section.key), columns, rows, words.paper("empty"))


def _whole(path: Path, content: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
