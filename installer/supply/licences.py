"""Lays the licence texts and notices of everything in a package into one folder, with a list and an offer of source.

python3 installer/supply/licences.py --lock LOCK [--lock LOCK] --site SITE --payload FOLDER --out FOLDER/licences
"""

import argparse
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from distributions import HOUSE, program_version, refused, shipped
from native import natives

OFFER = """\
What this package holds, each part with its version, its licence, the folder of its texts and the place of its source.

Offer of source: whoever has this package may ask those who gave it to them, for three years, for the source of the
parts under the LGPL in the very versions named here, and gets it for no more than the cost of sending it. These parts
are unchanged, so the places named below have the same source.
These parts lie in files of their own and may be exchanged for versions that you have built. To look into
the programs in order to search such a change for faults is allowed.

"""


@dataclass(frozen=True)
class Entry:
    """One line of the list, and the files that go into its folder."""

    name: str
    version: str
    licence: str
    source: str
    texts: tuple[Path, ...]

    @property
    def folder(self) -> str:
        return "".join(sign if sign.isalnum() or sign in ".-" else "_" for sign in self.name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lock", type=Path, action="append", required=True, help="what was installed; repeatable")
    parser.add_argument("--site", type=Path, required=True, help="where its *.dist-info folders lie")
    parser.add_argument("--payload", type=Path, required=True, help="the folder that ships")
    parser.add_argument("--out", type=Path, required=True, help="written anew")
    options = parser.parse_args()
    entries = list(_entries(options.lock, options.site, options.payload))
    shutil.rmtree(options.out, ignore_errors=True)
    options.out.mkdir(parents=True)
    for entry in entries:
        _lay(entry, options.out / entry.folder)
    width = max(len(entry.name) for entry in entries)
    lines = [
        f"{entry.name:{width}}  {entry.version:12}  {entry.licence}\n{'':{width}}  {entry.folder}/  {entry.source}\n"
        for entry in entries
    ]
    (options.out / "README.txt").write_text(OFFER + "".join(lines), encoding="utf-8")


def _entries(locks: list[Path], site: Path, payload: Path) -> Iterator[Entry]:
    distributions = shipped(locks, site)
    yield Entry("hms-desktop", program_version(), "Apache-2.0", "this suite's own source", (HOUSE / "LICENSE",))
    yield Entry("Noto Sans (fonts)", "", "OFL-1.1", "https://notofonts.github.io/", (_resource("fonts/OFL.txt"),))
    yield Entry("Lucide (icons)", "", "ISC", "https://lucide.dev/", (_resource("icons/LICENSE"),))
    for one in distributions:
        yield Entry(one.name, one.version, one.licence, one.source, one.texts)
    for part in natives(payload, distributions, site):
        if not part.texts:
            raise refused(f"{part.name} has no licence text; name one in parts.toml.")
        yield Entry(part.name, part.version, part.licence, part.source, part.texts)


def _resource(name: str) -> Path:
    return HOUSE / "resources" / name


def _lay(entry: Entry, folder: Path) -> None:
    """Two texts of one name both stay; two versions of one part share a folder."""
    folder.mkdir(exist_ok=True)
    for text in entry.texts:
        target = folder / (text.name if text.suffix else f"{text.name}.txt")
        content = text.read_bytes()
        number = 2
        while target.exists() and target.read_bytes() != content:
            target = target.with_stem(f"{text.stem}-{number}")
            number += 1
        target.write_bytes(content)


if __name__ == "__main__":
    main()
