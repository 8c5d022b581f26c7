"""What is old looks old: rows that were read before the server went away."""

from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

FADED = 0.5


def fade(part: QWidget, faded: bool) -> None:
    """Show `part` at half its strength, or as it is."""
    if not faded:
        part.setGraphicsEffect(None)  # type: ignore[arg-type]  # None takes it off; the stub does not know
    elif part.graphicsEffect() is None:
        effect = QGraphicsOpacityEffect(part)
        effect.setOpacity(FADED)
        part.setGraphicsEffect(effect)
