"""What is refused about appointments, sessions and calendars."""

SENTENCES: tuple[tuple[str, str], ...] = ()
