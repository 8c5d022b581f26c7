"""What a Windows program file (PE) says of itself: its version, and whether anybody signed it.

python3 -m installer.windows.pe_files all|unsigned FOLDER    prints the program files, one a line
"""

import struct
import sys
from pathlib import Path

_FIXED_INFO = struct.pack("<II", 0xFEEF04BD, 0x00010000)
"""How VS_FIXEDFILEINFO begins; the two halves of the file's version follow."""
_PE32_PLUS = 0x20B
_SECURITY_ENTRY = 4
"""The place of the signature in the table of data directories (Microsoft's PE format)."""
PROGRAMS = frozenset({".exe", ".dll", ".pyd"})


def is_program(file: Path) -> bool:
    """Whether `file` is one that Windows loads and asks a signature of."""
    if file.suffix.lower() not in PROGRAMS or not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(2) == b"MZ"


def file_version(file: Path) -> str:
    """The four numbers of the version resource, "" where there is none or it is all zero."""
    data = file.read_bytes()
    at = data.find(_FIXED_INFO)
    if at < 0:
        return ""
    high, low = struct.unpack_from("<II", data, at + len(_FIXED_INFO))
    numbers = (high >> 16, high & 0xFFFF, low >> 16, low & 0xFFFF)
    return ".".join(map(str, numbers)) if any(numbers) else ""


def is_signed(file: Path) -> bool:
    """Whether `file` carries a signature of anybody; not whether it is good."""
    with file.open("rb") as opened:
        head = opened.read(4096)
    (start,) = struct.unpack_from("<I", head, 0x3C)
    optional = start + 24
    (magic,) = struct.unpack_from("<H", head, optional)
    directories = optional + (112 if magic == _PE32_PLUS else 96)
    _offset, size = struct.unpack_from("<II", head, directories + 8 * _SECURITY_ENTRY)
    return bool(size)


def programs(folder: Path) -> list[Path]:
    """Every program file under `folder`, in the order of their paths."""
    return sorted(file for file in folder.rglob("*") if is_program(file))


if __name__ == "__main__":
    which, where = sys.argv[1:]
    for program in programs(Path(where)):
        if which == "all" or not is_signed(program):
            print(program)  # noqa: T201 - the shell reads it
