"""The workflow of a Windows release: pinned, in order, with no more rights than each job needs."""

import re
from itertools import pairwise

import pytest

from installer.windows.msi_tables import SHORTCUTS
from tests.installer.windows import ROOT, WINDOWS, in_order

TEXT = (WINDOWS / "release.yml").read_text(encoding="utf-8")
JOBS = dict(re.findall(r"^  (\w+):\n((?:    .*\n|\n)+)", TEXT.partition("\njobs:\n")[2], flags=re.MULTILINE))
STEPS = [
    "name: Audit",
    "name: Locked packages",
    "name: Tests",
    "name: Freeze with PyInstaller",
    "name: Self-test of the frozen programs",
    "name: Licences and list of parts",
    "name: Sign the unsigned programs",
    "name: Every program has a valid signature",
    "name: Build the MSI",
    "name: Sign the MSI",
    "name: The package has a valid signature",
    "name: Silent install, upgrade and uninstall",
    "name: Signed SHA256SUMS",
    "name: Attestation",
    "name: Draft release",
]

CHECKS = {
    "Audit": r"^ +python installer/supply/audited\.py ",
    "Tests": r"installer\\quickstart\.ps1 test$",
    "Self-test of the frozen programs": r'^ +"payload/hms-desktop/\$program\.exe" --selftest$',
    "Every program has a valid signature": r"^ +run: installer\\windows\\signatures\.ps1 payload\\hms-desktop$",
    "The package has a valid signature": r"^ +run: installer\\windows\\signatures\.ps1 out$",
    "Silent install, upgrade and uninstall": r"^ +installer\\windows\\try\.ps1$",
}
"""What a step runs to prove something: one that ran nothing would be as green."""


def test_the_steps_come_in_the_order_in_which_each_proves_the_one_before() -> None:
    assert in_order(TEXT, STEPS) == STEPS


@pytest.mark.parametrize("name", CHECKS)
def test_a_step_that_proves_something_runs_what_proves_it(name: str) -> None:
    [step] = [step for step in re.split(r"^      - ", TEXT, flags=re.MULTILINE) if step.startswith(f"name: {name}\n")]
    assert re.search(CHECKS[name], step, flags=re.MULTILINE)
    assert "|| true" not in step


def test_each_job_waits_for_the_one_before() -> None:
    names = list(JOBS)
    assert names == ["audit", "payload", "msi", "signed", "draft"]
    for before, name in pairwise(names):
        assert f"needs: {before}\n" in JOBS[name]


def test_every_action_is_pinned_to_a_commit_and_says_which_version_that_is() -> None:
    used = re.findall(r"uses: (.*)", TEXT)
    assert used
    assert [line for line in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
    pins = {line.partition("@")[0]: line for line in used}
    assert len(set(used)) == len(pins), "one action in two versions"


def test_only_the_jobs_that_sign_or_publish_may_prove_who_they_are() -> None:
    assert "permissions:\n  contents: read\n" in TEXT
    assert {name for name, job in JOBS.items() if "id-token: write" in job} == {"payload", "signed", "draft"}
    assert {name for name, job in JOBS.items() if "contents: write" in job} == {"draft"}
    assert all("environment: release" in JOBS[name] for name in ("payload", "signed", "draft"))


def test_what_is_published_is_a_draft_and_no_failure_is_passed_over() -> None:
    assert "gh release create" in JOBS["draft"]
    assert "--draft" in JOBS["draft"]
    assert "continue-on-error" not in TEXT
    assert not re.search(r"\$\{\{\s*github\.(event|head_ref)", TEXT), "words of strangers in a command"


def test_it_installs_nothing_that_is_not_in_a_lock() -> None:
    for line in re.findall(r"^ *pip (.*)", TEXT, flags=re.MULTILINE):
        assert "--require-hashes" in line or "--no-deps --no-build-isolation ." in line


@pytest.mark.parametrize("name", re.findall(r"installer[/\\][\w/\\-]+\.(?:ps1|sh|py)", TEXT))
def test_every_script_that_it_runs_is_there(name: str) -> None:
    assert (ROOT / name.replace("\\", "/")).is_file()


def test_the_trial_on_windows_counts_the_shortcuts() -> None:
    words = {3: "three"}[len(SHORTCUTS)]
    script = (WINDOWS / "try.ps1").read_text(encoding="utf-8")
    assert f"-eq {len(SHORTCUTS)}) '{words} shortcuts" in script
