"""Which cautions stand on the labels of a medicine, or of a whole class of medicines."""

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.medicines.tables import Medicine
from hms_desktop.clinic.records.tables import Base, identity


class LabelCaution(Base):
    """A caution (a code of label_words.py, or the hospital's own words) for a medicine or a beginning of ATC codes.

    One that is not `shown` leaves out for its medicine what its class says.
    """

    __tablename__ = "label_cautions"
    __table_args__ = (
        sa.UniqueConstraint("medicine_id", "atc_code", "code", "words", postgresql_nulls_not_distinct=True),
        sa.CheckConstraint("num_nonnulls(medicine_id, atc_code) = 1", name="about"),
        sa.CheckConstraint("atc_code ~ '^[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?$'", name="atc_code"),
        sa.CheckConstraint("(code = '') <> (words = '') AND length(words) <= 120", name="words"),
        sa.CheckConstraint("shown OR medicine_id IS NOT NULL AND code <> ''", name="left_out"),
    )

    id: Mapped[int] = identity()
    medicine_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Medicine.id))
    atc_code: Mapped[str | None]
    code: Mapped[str] = mapped_column(server_default="")
    words: Mapped[str] = mapped_column(server_default="")
    shown: Mapped[bool] = mapped_column(server_default=sa.true())
