"""Says whether an audit has really looked at everything: pip-audit calls a list clean of which it skipped every line.

pip-audit --require-hashes --disable-pip -r LOCK --format json --output REPORT
python3 installer/supply/audited.py REPORT --lock LOCK

Exit code 0 only where each distribution of the lock was looked at and nothing is known against any of them.
"""

import argparse
import json
from pathlib import Path

from distributions import locked, normal, refused


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path, help="what pip-audit has written as JSON")
    parser.add_argument("--lock", type=Path, required=True)
    options = parser.parse_args()
    report = json.loads(options.report.read_text(encoding="utf-8"))["dependencies"]
    if skipped := sorted(one["name"] for one in report if "skip_reason" in one):
        raise refused(f"The audit skipped {len(skipped)} of {len(report)}, so it says nothing: {', '.join(skipped)}.")
    looked_at = {normal(one["name"]) for one in report}
    if missing := [
        name for name, at in locked([options.lock]).items() if name not in looked_at and not all(at.values())
    ]:
        raise refused(f"The audit did not look at {', '.join(missing)}.")
    known = [f"{one['name']} {one['version']}: {fault['id']}" for one in report for fault in one["vulns"]]
    if known:
        raise refused(f"Something is known against what would ship: {'; '.join(known)}.")


if __name__ == "__main__":
    main()
