"""What goes wrong with the archive of the log is one sentence."""

from pathlib import Path

import pytest

from tests.admin.conftest import Run


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("on", "--to", "archive", "--data", "nowhere"), "There is no embedded server in nowhere; name its folder"),
        (("restore", "--from", "archive", "--data", "new", "--until", "noon"), "noon is no moment; write it as"),
        (("restore", "--from", "archive", "--data", "new"), "holds no base backup that is old enough"),
        (("restore", "--from", "archive", "--data", "full"), "is not empty; a restore takes a new one"),
        (("base", "--to", "archive", "--keep", "0"), "At least one base backup must stay"),
    ],
)
def test_a_mistake_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, command: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "something").touch()
    done = run("archive", *command)
    assert (done.returncode, done.stderr.count("\n"), "Traceback" in done.stderr) == (1, 1, False)
    assert says in done.stderr
    assert not (tmp_path / "new").exists()
