"""How an action says that each of its statements is a whole by itself."""

from collections.abc import Callable
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

Sending = Session | sa.Connection
"""What a marked action makes its statements with: a connection, or the session of the action that it is part of."""

Action = TypeVar("Action", bound=Callable[..., Any])
_MARK = "_stands_alone"


def stands_alone(action: Action) -> Action:
    """Mark an action that makes one statement, or several of which each may stand without those after it.

    It is handed a connection instead of a session. The server commits each statement by itself, which saves BEGIN and
    COMMIT, two of three round trips. Where the program is cut
    off in between, the intent makes a second time find the first one's result.
    """
    setattr(action, _MARK, True)
    return action


def is_alone(action: Callable[..., Any]) -> bool:
    """Whether the action was marked; one that was not is done in one transaction."""
    return getattr(action, _MARK, False)
