"""Gives Wine 8's C library the functions for complex numbers that it lacks and that numpy calls when it is imported.

    python3 -m installer.windows.complex_numbers UCRTBASE.DLL

The file, the copy in a Wine prefix, is changed in place: where it would end the program because a
function is missing, that function then stands, in machine code (x86-64, Microsoft's calling convention). Without the
mark of a library of Wine's own it is loaded when WINEDLLOVERRIDES says `ucrtbase=n`. Windows needs none of this, and
nothing of it is packed.
"""

import struct
import sys
from pathlib import Path

_MARK = b"Wine builtin DLL"
_MISSING = bytes.fromhex("4883ec28488d0d")
"""How each missing function begins: it makes room on the stack and loads its own name to complain about it."""
_TWO_FLOATS = "660f6ec1 48c1e920 660f6ec9"  # movd xmm0, ecx; shr rcx, 32; movd xmm1, ecx
_TWO_FLOATS_TURNED = "660f6ec9 48c1e920 660f6ec1"
_TWO_DOUBLES = "f20f1001 f20f104908"  # movsd xmm0, [rcx]; movsd xmm1, [rcx + 8]
_TWO_DOUBLES_TURNED = "f20f1009 f20f104108"
_FUNCTIONS = {
    "crealf": ("660f6ec1 c3", ""),
    "cimagf": ("48c1e920 660f6ec1 c3", ""),
    "cabsf": (_TWO_FLOATS, "_hypotf"),
    "cabs": (_TWO_DOUBLES, "_hypot"),
    "cabsl": (_TWO_DOUBLES, "_hypot"),
    "cargf": (_TWO_FLOATS_TURNED, "atan2f"),
    "carg": (_TWO_DOUBLES_TURNED, "atan2"),
    "cargl": (_TWO_DOUBLES_TURNED, "atan2"),
}
"""Of each function its code, and the function of two numbers to which it then jumps."""


class _Library:
    """A 64-bit DLL as bytes, and where its functions stand."""

    def __init__(self, data: bytes) -> None:
        self.data = bytearray(data)
        (start,) = struct.unpack_from("<I", data, 0x3C)
        sections, optional = struct.unpack_from("<H12xH", data, start + 6)
        first = start + 24 + optional
        self._sections = [struct.unpack_from("<4I", data, first + 40 * number + 8) for number in range(sections)]
        (exports,) = struct.unpack_from("<I", data, start + 24 + 112)
        named, functions, names, ordinals = struct.unpack_from("<4I", data, self.offset(exports) + 24)
        self.address = {
            self._text(self._number("<I", names, number)): self._number(
                "<I", functions, self._number("<H", ordinals, number)
            )
            for number in range(named)
        }

    def offset(self, address: int) -> int:
        """Where in the file what is loaded at `address` stands. Raises StopIteration for an address of nothing."""
        return next(
            address - begin + in_file
            for size, begin, _size_in_file, in_file in self._sections
            if begin <= address < begin + size
        )

    def _number(self, form: str, table: int, place: int) -> int:
        (found,) = struct.unpack_from(form, self.data, self.offset(table) + struct.calcsize(form) * place)
        return int(found)

    def _text(self, address: int) -> str:
        begin = self.offset(address)
        return self.data[begin : self.data.index(0, begin)].decode("ascii")

    def lacks(self, name: str) -> bool:
        return self.data.startswith(_MISSING, self.offset(self.address[name]))

    def put(self, name: str, code: str, jumps_to: str) -> None:
        """Let `name` be `code`, and then a jump to `jumps_to` where that is given."""
        at = self.address[name]
        begin = self.offset(at)
        machine = bytes.fromhex(code)
        if jumps_to:
            machine += b"\xe9" + struct.pack("<i", self.address[jumps_to] - (at + len(machine) + 5))
        self.data[begin : begin + len(machine)] = machine


def completed(data: bytes) -> bytes:
    """The library `data` with every function of the table; as it was where none is missing."""
    library = _Library(data)
    missing = [name for name in _FUNCTIONS if library.lacks(name)]
    for name in missing:
        library.put(name, *_FUNCTIONS[name])
    return bytes(library.data).replace(_MARK, bytes(len(_MARK)), 1) if missing else data


if __name__ == "__main__":
    file = Path(sys.argv[1])
    file.write_bytes(completed(file.read_bytes()))
