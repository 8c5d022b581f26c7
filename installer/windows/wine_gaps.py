"""Gives Debian 12's Wine 8 what newer Wines and every Windows have, and what the packed libraries look for.

    python3 -m installer.windows.wine_gaps FOLDER

FOLDER holds copies of Wine's `ucrtbase.dll` and `ntdll.dll`, which are changed in place. In the first the functions
for complex numbers that numpy calls would end the program as missing; they get machine code (x86-64, Microsoft's
calling convention). In the second libpq looks for a function that only a server would call; its name is given to
another one. Nothing of this is packed.
"""

import struct
import sys
from pathlib import Path

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


_FLUSHING = "NtFlushBuffersFileEx"
_INSTEAD = "NtFlushProcessWriteBuffers"
"""A function that nothing here calls, with a name that is no shorter."""


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
        self._name_table = f"<{named}I", self.offset(names)
        self._place_table = f"<{named}H", self.offset(ordinals)
        self._functions = self.offset(functions)
        places = struct.unpack_from(self._place_table[0], data, self._place_table[1])
        self._place_of = dict(zip(map(self._text, self._names()), places, strict=True))

    def _names(self) -> tuple[int, ...]:
        return struct.unpack_from(self._name_table[0], self.data, self._name_table[1])

    def address(self, name: str) -> int:
        """Where the function `name` is loaded."""
        (found,) = struct.unpack_from("<I", self.data, self._functions + 4 * self._place_of[name])
        return int(found)

    def offset(self, address: int) -> int:
        """Where in the file what is loaded at `address` stands. Raises StopIteration for an address of nothing."""
        return next(
            address - begin + in_file
            for size, begin, _size_in_file, in_file in self._sections
            if begin <= address < begin + size
        )

    def _text(self, address: int) -> str:
        begin = self.offset(address)
        return self.data[begin : self.data.index(0, begin)].decode("ascii")

    def lacks(self, name: str) -> bool:
        return self.data.startswith(_MISSING, self.offset(self.address(name)))

    def put(self, name: str, code: str, jumps_to: str) -> None:
        """Let `name` be `code`, and then a jump to `jumps_to` where that is given."""
        at = self.address(name)
        begin = self.offset(at)
        machine = bytes.fromhex(code)
        if jumps_to:
            machine += b"\xe9" + struct.pack("<i", self.address(jumps_to) - (at + len(machine) + 5))
        self.data[begin : begin + len(machine)] = machine

    def rename(self, old: str, new: str) -> None:
        """Let the function `old` be found as `new`; the table of names stays in its order."""
        places = {**self._place_of, new: self._place_of[old]}
        addresses = dict(zip(self._place_of, self._names(), strict=True))
        begin = self.offset(addresses[old])
        self.data[begin : begin + len(old)] = new.encode("ascii").ljust(len(old), b"\0")
        addresses[new] = addresses.pop(old)
        del places[old]
        ordered = sorted(places)
        struct.pack_into(self._name_table[0], self.data, self._name_table[1], *(addresses[name] for name in ordered))
        struct.pack_into(self._place_table[0], self.data, self._place_table[1], *(places[name] for name in ordered))
        self._place_of = {name: places[name] for name in ordered}

    def has(self, name: str) -> bool:
        return name in self._place_of


def with_complex_numbers(data: bytes) -> bytes:
    """The library `ucrtbase` with every function of the table; as it was where none is missing."""
    library = _Library(data)
    for name, (code, jumps_to) in _FUNCTIONS.items():
        if library.lacks(name):
            library.put(name, code, jumps_to)
    return bytes(library.data)


def with_flushing(data: bytes) -> bytes:
    """The library `ntdll` with the name that libpq looks for; as it was where it has that function."""
    library = _Library(data)
    if not library.has(_FLUSHING):
        library.rename(_INSTEAD, _FLUSHING)
    return bytes(library.data)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, change in (("ucrtbase.dll", with_complex_numbers), ("ntdll.dll", with_flushing)):
        (folder / name).write_bytes(change((folder / name).read_bytes()))
