"""Writes what a package consists of as CycloneDX 1.6 (JSON): Python's packages, and what their metadata miss.

python3 installer/supply/sbom.py --name NAME --lock LOCK --site SITE --payload FOLDER --out FOLDER/sbom.cdx.json
"""

import argparse
import hashlib
import json
import os
import re
import time
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from distributions import Distribution, program_version, shipped
from native import Native, natives

_SPDX_ID = re.compile(r"[A-Za-z0-9.+-]+")
Component = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", required=True, help="of the package, as hms-desktop")
    parser.add_argument("--lock", type=Path, action="append", required=True, help="what was installed; repeatable")
    parser.add_argument("--site", type=Path, required=True, help="where its *.dist-info folders lie")
    parser.add_argument("--payload", type=Path, required=True, help="the folder that ships")
    parser.add_argument("--debian", type=Path, help="packages that Debian brings, one a line")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    distributions = shipped(options.lock, options.site)
    parts = natives(options.payload, distributions, options.site)
    debian = _debian(options.debian.read_text(encoding="utf-8")) if options.debian else []
    bill = _bill(options.name, distributions, [*map(_of_native, parts), *debian])
    options.out.write_text(json.dumps(bill, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def _bill(name: str, distributions: list[Distribution], others: list[Component]) -> dict[str, Any]:
    """The whole document; the same package gives the same bytes."""
    version = program_version()
    root = f"pkg:generic/{name}@{version}"
    components = [*map(_of_distribution, distributions), *others]
    digest = hashlib.sha256(json.dumps(components, sort_keys=True).encode()).hexdigest()
    moment = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{root}#{digest}')}",
        "metadata": {
            "timestamp": datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": name,
                "version": version,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
                "purl": root,
            },
        },
        "components": components,
        "dependencies": _dependencies(root, distributions, others),
    }


def _dependencies(root: str, distributions: list[Distribution], others: list[Component]) -> list[Component]:
    by_name = {one.name: one.purl for one in distributions}
    needed = [
        {"ref": one.purl, "dependsOn": sorted(by_name[name] for name in one.needs if name in by_name)}
        for one in distributions
    ]
    refs = sorted([*by_name.values(), *(other["bom-ref"] for other in others)])
    return [{"ref": root, "dependsOn": refs}, *needed]


def _of_distribution(one: Distribution) -> Component:
    return {
        "type": "library",
        "bom-ref": one.purl,
        "name": one.name,
        "version": one.version,
        "licenses": _licences(one.licence),
        "purl": one.purl,
        "externalReferences": [{"type": "distribution", "url": one.source}],
    }


def _of_native(part: Native) -> Component:
    """A part with the files that hold it; without a version where its files tell none."""
    told = {"version": part.version, "purl": part.purl, "cpe": part.cpe}
    return {
        "type": "library",
        "bom-ref": f"part:{part.name}@{part.version}",
        "name": part.name,
        **{key: value for key, value in told.items() if value},
        "licenses": _licences(part.licence),
        "externalReferences": [{"type": "website", "url": part.source}],
        "evidence": {"occurrences": [{"location": file} for file in part.files]},
    }


def _debian(text: str) -> list[Component]:
    """Packages that apt installs beside ours; which version, the machine's own list says (`dpkg -l`)."""
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return [
        {
            "type": "library",
            "bom-ref": f"pkg:deb/debian/{name}",
            "name": name,
            "purl": f"pkg:deb/debian/{name}",
            "scope": "required",
            "properties": [{"name": "hms:brought-by", "value": "Debian, through apt"}],
        }
        for name in sorted({line for line in lines if line})
    ]


def _licences(expression: str) -> Iterable[Component]:
    """As CycloneDX wants them: one id, an expression, or a name for what SPDX does not list."""
    if expression.startswith("LicenseRef-"):
        return [{"license": {"name": expression.removeprefix("LicenseRef-")}}]
    if _SPDX_ID.fullmatch(expression):
        return [{"license": {"id": expression}}]
    return [{"expression": expression}]


if __name__ == "__main__":
    main()
