"""The hostile lines of shared/data/naughty_strings and fuzzdb_payloads, as they may reach a field."""

import functools
import json
from pathlib import Path


@functools.cache
def corpus(shared: Path) -> tuple[str, ...]:
    """Every line; what is no UTF-8 as a wrong encoding would have it."""
    texts: set[str] = set(json.loads((shared / "naughty_strings" / "blns.json").read_text(encoding="utf-8")))
    for path in [shared / "naughty_strings" / "blns.txt", *sorted((shared / "fuzzdb_payloads").glob("*.txt"))]:
        raw = path.read_bytes()
        for line in raw.split(b"\n"):
            text = line.decode("utf-8", errors="surrogateescape")
            texts.add(text)
            if not text.isprintable():
                texts.add(line.decode("latin-1"))
    texts.update(f"{text}\x00" for text in list(texts)[:50])
    return tuple(sorted(texts))


def worst(shared: Path, many: int) -> tuple[str, ...]:
    """So many lines of every kind, where all of them would take too long: the longest, the oddest, and a spread."""
    every = corpus(shared)
    odd = [text for text in every if not text.isprintable()]
    longest = sorted(every, key=len)[-many // 8 :]
    spread = every[:: max(1, len(every) // (many // 2))]
    picked = dict.fromkeys((*longest, *odd[:: max(1, len(odd) // (many // 3))], *spread))
    return tuple(picked)[:many]
