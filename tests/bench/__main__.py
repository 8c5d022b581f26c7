"""`python -m tests.bench NAME [--json]`: one benchmark in one run, beside its limit; exits 1 where a target is missed.

Each benchmark is a module of this folder with `run(report, **options)`; `options` are its own command-line options.
"""

import argparse
import importlib
import inspect
import sys

from tests.bench.measure import Figure, as_json, as_line

BENCHMARKS = {
    "call": "desk presses -> the kiosk has painted, 1,000 calls",
    "away": "the line goes -> the screen says so; it is back -> what was missed is painted",
    "voice": "desk presses -> the first sound; the words after the chime",
    "burst": "30 calls in 10 s, the network cut twice: shown and spoken 30, in order, whole",
    "soak": "a real kiosk for 10 minutes (--hours): no call lost, handles, threads and memory flat",
    "catalogue": "100,000 packs, keystroke -> rows in the model; slips, brands, GTINs",
    "cache": "a busy day: how often departments, suppliers and medicines are at hand while they change",
    "day": "a busy day with telemetry, cache and jobs on, beside off (--days: so often)",
    "counters": "1, 8, 32 and 64 counters calling from one queue",
    "register": "20 clerks register at once: save p95, no record number twice",
    "search": "1,000,000 patients, keystroke -> rows in the model",
    "scroll": "random jumps and a drag through 1,000,000 rows",
    "dispense": "1, 8, 32 and 64 pharmacists on overlapping batches, beside pgbench and beside raw psycopg",
    "duplicates": "likely duplicates in FEBRL 1-3 and fake_1000 beside recordlinkage; asking at 1,000,000",
    "backup": "200,000 patients backed up and tried, MB/s beside pg_dump alone",
    "knocks": "a change -> heard, and changes a second, with 150 idle listeners beside a relay",
    "book": "50 clerks race for 10 slots",
    "calendar": "2,000,000 appointments (twice --rows), a doctor's week -> painted",
    "playlist": "the gap between two clips at the video sink; CPU for a 720p30 picture",
    "purchasing": "ten years of real deliveries through orders, receipts and invoices, balanced to the cent",
    "frozen": "the frozen folders: size, build time, cold and warm start",
    "fleet": "many workstations at once, direct and through PgBouncer: how many are held (--clients N: one round)",
    "importing": "hms-admin import patients and medicines, rows a second",
    "ledger": "10,000,000 movements (--rows): balance, batch card, recall list",
    "keystrokes": "keystroke-level-model seconds of checking in a known patient and of a repeat dispense",
    "reports": "five years of 600 people a day: each report, of its usual days and of all of them",
    "pages": "signing in, each page for the first time and again, a new database; connections used again",
    "safety": "20 active medicines checked against 20,000 pairs of interactions",
    "startup": "process start -> first usable window; memory",
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("name", choices=BENCHMARKS, help="; ".join(f"{k}: {v}" for k, v in BENCHMARKS.items()))
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the large table (search, scroll)")
    parser.add_argument("--days", type=int, default=1, help="how often the busy day is lived through (day)")
    parser.add_argument("--hours", type=float, default=10 / 60, help="how long (soak)")
    parser.add_argument("--clients", type=int, default=0, help="so many, and no search for the most (fleet)")
    options = parser.parse_args()
    missed = False

    def report(found: Figure) -> None:
        nonlocal missed
        missed = missed or found.met is False
        print(as_json(found) if options.json else as_line(found), flush=True)

    run = importlib.import_module(f"tests.bench.{options.name}").run
    wanted = inspect.signature(run).parameters
    run(report, **{name: value for name, value in vars(options).items() if name in wanted})
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
