"""What every paper says besides its own matter, and what the test page says."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.printing import queries
from hms_desktop.core.paper import Content, Value

PaperQuery = Callable[..., Content]
"""`query(session, *, subject)`: what a paper about the row `subject` of its area says at this moment.

Raises Refused where there is no such row, or this person may not see it.
"""

CaptionQuery = Callable[..., Mapping[int, str]]
"""`query(session, *, subjects)`: what a list calls these rows, a number and never a name."""

LETTERS = "ABC abc 0123 ÄÖÜ äöüß éèêñç £€"
SCRIPTS = "العربية · हिन्दी · Tiếng Việt · Кириллица · Ελληνικά"


def paper(session: Session, *, query: PaperQuery, subject: int, reprint: int = 0) -> Content:
    """What a paper says, with what stands on every one; read it as a snapshot. Raises what `query` raises."""
    content = query(session, subject=subject)
    hospital, now = queries.hospital_and_time(session)
    common: dict[str, Value] = {"hospital": hospital, "printed_at": now, "reprint": reprint or ""}
    return replace(content, fields={**content.fields, **common})


def trial_paper(session: Session, *, subject: int) -> Content:
    """The page that shows whether the printer `subject` is set up rightly."""
    here = session.execute(sa.text("SELECT hms.own_workstation()")).scalar_one()
    name = queries.printer(session, printer=subject).name
    told = {"printer": name, "workstation": here, "letters": LETTERS, "scripts": SCRIPTS, "code": f"TEST-{subject}"}
    return Content("test", told)
