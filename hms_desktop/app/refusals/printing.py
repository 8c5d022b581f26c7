"""What is refused about printers, layouts and prints."""

SENTENCES: tuple[tuple[str, str], ...] = ()
