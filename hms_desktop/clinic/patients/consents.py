"""What a patient has agreed to: each answer is a new entry, with the day and who took it."""

import datetime as dt
from dataclasses import dataclass, field

QUESTIONS = (
    "treatment",
    "messages",
    "messages_sms",
    "messages_email",
    "relatives",
    "insurer",
    "other_providers",
    "research",
)
"""To be treated; to get messages, also by SMS and by e-mail; that relatives, the insurer, other providers are told; to
serve research. An answer about one way of messages holds above the answer about messages."""


@dataclass(frozen=True)
class Consent:
    """The latest answer to one question: given, or refused or withdrawn. `at` and `by` say when and who wrote it."""

    question: str
    given: bool
    at: dt.datetime | None = field(default=None, compare=False)
    by: str = field(default="", compare=False)
