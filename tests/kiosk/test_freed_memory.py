"""What the screen's program has freed is given back, in a process of its own: the C library's limits hold for good."""

import json
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from display_kiosk.freed_memory import ARENAS, OWN_MAPPING_BYTES
from tests.kiosk.running import HOUSE

pytestmark = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what was freed")

KEPT_BY_GLIBC = """
import ctypes, json, sys, threading
from display_kiosk.main import main

class Mallinfo(ctypes.Structure):
    NAMES = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"
    _fields_ = [(name, ctypes.c_size_t) for name in NAMES.split()]

c = ctypes.CDLL(None)
c.mallinfo2.restype, c.malloc.restype = Mallinfo, ctypes.c_void_p
c.malloc.argtypes, c.free.argtypes, c.fopen.restype = [ctypes.c_size_t], [ctypes.c_void_p], ctypes.c_void_p
c.malloc_info.argtypes, c.fclose.argtypes = [ctypes.c_int, ctypes.c_void_p], [ctypes.c_void_p]

ends = main(["--settings", sys.argv[1] + "/absent.toml"])
c.free(c.malloc(16 << 20))  # from now on glibc by itself would map nothing smaller alone
before = c.mallinfo2().hblks
block = c.malloc(int(sys.argv[2]))
mapped = c.mallinfo2().hblks - before

together = threading.Barrier(12)
def allocate():
    held = c.malloc(1000)
    together.wait()
    c.free(held)
threads = [threading.Thread(target=allocate) for _ in range(12)]
for thread in threads: thread.start()
for thread in threads: thread.join()
told = c.fopen((sys.argv[1] + "/told.xml").encode(), b"w")
c.malloc_info(0, told)
c.fclose(told)
heaps = open(sys.argv[1] + "/told.xml").read().count("<heap nr=")
print(json.dumps({"ends": ends, "mapped": mapped, "heaps": heaps}))
"""
"""Runs the program up to the point where it finds no server, and then allocates as a film does."""


def test_large_blocks_are_mapped_alone_and_threads_share_two_heaps(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", KEPT_BY_GLIBC, str(tmp_path), str(2 * OWN_MAPPING_BYTES)],
        cwd=HOUSE, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(ran.stdout) == {"ends": 2, "mapped": 1, "heaps": ARENAS}


HOLES = """
import ctypes, json, os
from pathlib import Path
from display_kiosk.freed_memory import give_back_holes

c = ctypes.CDLL(None)
c.malloc.restype, c.malloc.argtypes, c.free.argtypes = ctypes.c_void_p, [ctypes.c_size_t], [ctypes.c_void_p]

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

blocks = [c.malloc(60_000) for _ in range(1000)]
for block in blocks:
    ctypes.memset(block, 1, 60_000)
for place, block in enumerate(blocks):
    if place % 10:
        c.free(block)
before = megabytes()
give_back_holes()
print(json.dumps(before - megabytes()))
"""
"""Leaves nine blocks of ten free, with one that is in use behind them: 51 MB of holes."""


def test_holes_before_a_block_that_is_in_use_are_given_back() -> None:
    ran = subprocess.run([sys.executable, "-c", HOLES], cwd=HOUSE, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) > 40
