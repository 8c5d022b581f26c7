"""What is refused about duplicates and merged records."""

SENTENCES: tuple[tuple[str, str], ...] = ()
