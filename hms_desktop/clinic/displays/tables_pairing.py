"""New screens that ask to be let in, and the small picture of itself that each screen sends to the desk."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.displays import rules
from hms_desktop.clinic.displays.tables import Display
from hms_desktop.clinic.records.tables import Base, identity


class KioskPairing(Base):
    """One request of a new screen, found again by the code on its picture or by the digest of its secret handle.

    `verifier` is what its password became; it is kept until the request is decided. `machine` is what the screen calls
    itself, `address` where it asked from. Times are the server's own clock: a code holds ten minutes of the world.
    """

    __tablename__ = "kiosk_pairings"
    __table_args__ = (
        sa.UniqueConstraint("code"),
        sa.UniqueConstraint("handle"),
        sa.CheckConstraint(f"code ~ '^[{rules.CODE_SIGNS}]{{{rules.CODE_LENGTH}}}$'", name="code"),
        sa.CheckConstraint("octet_length(handle) = 32", name="handle"),
        sa.CheckConstraint("state IN ('waiting', 'accepted', 'refused')", name="state"),
        sa.CheckConstraint("(state = 'waiting') = (verifier IS NOT NULL)", name="verifier"),
        sa.CheckConstraint("(state = 'waiting') = (decided_by IS NULL)", name="decided"),
        sa.CheckConstraint("(state = 'accepted') = (display_id IS NOT NULL)", name="display"),
    )

    id: Mapped[int] = identity()
    code: Mapped[str]
    handle: Mapped[bytes]
    verifier: Mapped[str | None]
    machine: Mapped[str]
    address: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(server_default="waiting")
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None]
    display_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Display.id), index=True)


class DisplayThumbnail(Base):
    """What a screen showed a moment ago, small; `taken_at` is the hospital's time, `sent_at` the server's own clock."""

    __tablename__ = "display_thumbnails"
    __table_args__ = (sa.CheckConstraint(f"octet_length(picture) <= {rules.THUMBNAIL_BYTES}", name="picture"),)

    display_id: Mapped[int] = mapped_column(sa.ForeignKey(Display.id), primary_key=True, autoincrement=False)
    taken_at: Mapped[datetime]
    sent_at: Mapped[datetime]
    picture: Mapped[bytes]
