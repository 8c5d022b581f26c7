"""Printers, which of them each workstation uses for what, and the print jobs; a job holds no name."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.printing import rules
from hms_desktop.clinic.records.tables import Base, identity, version_column


def _among(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(str(word)) for word in words)})"


_DOCUMENT = "document ~ '^[a-z_]{1,20}$'"
_LEAST, _MOST = rules.LABEL_SIZES


class Printer(Base):
    """Where papers come out. `documents` are the papers it is meant for; `code_page` matters to rolls only."""

    __tablename__ = "printers"
    __table_args__ = (
        sa.UniqueConstraint("name"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name="name"),
        sa.CheckConstraint(_among("connection", rules.CONNECTIONS), name="connection"),
        sa.CheckConstraint("length(address) <= 200", name="address"),
        sa.CheckConstraint(_among("paper", tuple(rules.PAPERS)), name="paper"),
        sa.CheckConstraint(
            f"paper <> 'label' OR (label_width BETWEEN {_LEAST} AND {_MOST} "
            f"AND label_height BETWEEN {_LEAST} AND {_MOST})",
            name="label_size",
        ),
        sa.CheckConstraint(_among("code_page", rules.PAGES), name="code_page"),
        sa.CheckConstraint("cardinality(documents) <= 20", name="documents"),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    connection: Mapped[str]
    address: Mapped[str] = mapped_column(server_default="")
    paper: Mapped[str] = mapped_column(server_default="roll80")
    label_width: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("0"))
    label_height: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("0"))
    code_page: Mapped[str] = mapped_column(server_default="CP858")
    documents: Mapped[list[str]] = mapped_column(server_default="{}")
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class PrinterChoice(Base):
    """What a workstation does with one kind of paper: which printer, and whether it comes by itself."""

    __tablename__ = "printer_choices"
    __table_args__ = (
        sa.UniqueConstraint("workstation", "document"),
        sa.CheckConstraint("length(workstation) BETWEEN 1 AND 60", name="workstation"),
        sa.CheckConstraint(_DOCUMENT, name="document"),
    )

    id: Mapped[int] = identity()
    workstation: Mapped[str]
    document: Mapped[str]
    printer_id: Mapped[int] = mapped_column(sa.ForeignKey(Printer.id), index=True)
    automatic: Mapped[bool] = mapped_column(server_default=sa.false())


class PrintJob(Base):
    """One paper on its way: what about (`subject` is an id of the document's own area), where, and how it went.

    `began_at` is the server's own clock: whether a program still works on a job must not depend on how fast a demo's
    day passes. `original_id` is the first job of a paper that was repeated; `reprint` counts the repetitions. `reason`
    and `sentence` say why it failed, in the words of an HmsError that names nobody.
    """

    __tablename__ = "print_jobs"
    __table_args__ = (
        sa.UniqueConstraint("original_id", "reprint"),
        sa.CheckConstraint(_DOCUMENT, name="document"),
        sa.CheckConstraint("length(workstation) BETWEEN 1 AND 60", name="workstation"),
        sa.CheckConstraint("language ~ '^[a-z]{2,3}$'", name="language"),
        sa.CheckConstraint(_among("state", tuple(rules.State)), name="state"),
        sa.CheckConstraint("reprint >= 0 AND (reprint = 0) = (original_id IS NULL)", name="reprint"),
        sa.CheckConstraint("length(reason) <= 60 AND length(sentence) <= 300", name="reason"),
        sa.Index("ix_print_jobs_business_date", "business_date", "id"),
        sa.Index(None, "document", "subject"),
    )

    id: Mapped[int] = identity()
    document: Mapped[str]
    subject: Mapped[int | None]
    printer_id: Mapped[int] = mapped_column(sa.ForeignKey(Printer.id), index=True)
    workstation: Mapped[str]
    language: Mapped[str] = mapped_column(server_default="en")
    original_id: Mapped[int | None] = mapped_column(sa.ForeignKey("print_jobs.id"))
    reprint: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("0"))
    state: Mapped[str] = mapped_column(server_default=rules.State.QUEUED)
    reason: Mapped[str] = mapped_column(server_default="")
    sentence: Mapped[str] = mapped_column(server_default="")
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    business_date: Mapped[dt.date]
    queued_at: Mapped[dt.datetime]
    began_at: Mapped[dt.datetime | None]
    ended_at: Mapped[dt.datetime | None]
