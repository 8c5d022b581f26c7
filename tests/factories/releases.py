"""A release that does not exist yet: the suite's revisions in a folder of their own, and further ones after them."""

import shutil
from pathlib import Path

from hms_desktop.clinic.operations import revisions
from hms_desktop.core import places

_REVISION = '''"""{title}."""

from alembic import op

revision = "{number}"
down_revision = "{before}"
min_client_version = "{oldest}"
message = "{message}"
ahead = {ahead!r}


def upgrade() -> None:
    for statement in {statements!r}:
        op.execute(statement)
'''


class NextRelease:
    """`scripts` is its folder of revisions."""

    def __init__(self, folder: Path) -> None:
        self.scripts = folder / "migrations"
        shutil.copytree(places.migrations(), self.scripts, ignore=shutil.ignore_patterns("__pycache__"))

    def add(
        self,
        title: str,
        *statements: str,
        ahead: tuple[str, ...] = (),
        oldest: str = revisions.FIRST_RELEASE,
        message: str = "",
    ) -> str:
        """One more revision of these statements; its number."""
        before = revisions.head(self.scripts)
        number = f"{int(before) + 1:04}"
        text = _REVISION.format(
            title=title,
            number=number,
            before=before,
            oldest=oldest,
            message=message,
            ahead=ahead,
            statements=statements,
        )
        (self.scripts / "versions" / f"{number}_next.py").write_text(text, encoding="utf-8")
        return number
