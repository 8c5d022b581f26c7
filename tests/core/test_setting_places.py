"""Where settings are read: on Windows the 64-bit view of the registry, into which the package and policies write."""

import sys
from contextlib import nullcontext
from types import SimpleNamespace

import pytest

from hms_desktop.core.setting_places import MachineRegistry

READ, WOW64_64KEY, EXPANDED = 0x20019, 0x100, 2


def test_a_program_of_either_kind_reads_the_64_bit_view_and_expands_what_asks_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[object, ...]] = []
    values = [("server_host", "db", 1), ("videos", "%Films%", EXPANDED)]

    def opened(*question: object) -> object:
        asked.append(question)
        return nullcontext("key")

    windows = SimpleNamespace(
        HKEY_LOCAL_MACHINE="machine",
        KEY_READ=READ,
        KEY_WOW64_64KEY=WOW64_64KEY,
        REG_EXPAND_SZ=EXPANDED,
        OpenKey=opened,
        QueryInfoKey=lambda _key: (0, len(values), 0),
        EnumValue=lambda _key, at: values[at],
        ExpandEnvironmentStrings=lambda text: text.replace("%Films%", "D:/films"),
    )
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", windows)
    assert MachineRegistry().values("Software") == [("server_host", "db"), ("videos", "D:/films")]
    assert asked == [("machine", "Software", 0, READ | WOW64_64KEY)]
