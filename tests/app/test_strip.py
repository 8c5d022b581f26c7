"""The strip in the real program: a machine at the entrance is called what it is."""

from hms_desktop.clinic.displays import actions
from tests.app.conftest import Running, until
from tests.factories import check_in
from tests.hospital import Hospital


def test_a_machine_at_the_entrance_is_no_screen(hospital: Hospital, running: Running) -> None:
    machine = hospital.database(check_in.machine(hospital, "Door"))
    clerk = hospital.person("front_desk")

    def beat(**state: str) -> None:
        machine.run_now(actions.beat, program_version="0.1.0", server_ms=4, state=state)

    async def steps(run: Running) -> None:
        shell = await run.sign_in(clerk)
        beat()
        shell.strip.read_again()
        await until(lambda: shell.strip.screens.text().startswith("Door check-in, last sign "))
        beat(unfit="program.too_old")
        shell.strip.read_again()
        await until(lambda: shell.strip.screens.text() == "Door check-in: out of service")
        hospital.sql("UPDATE hms.display_heartbeats SET beat_at = beat_at - interval '1 hour'")
        shell.strip.read_again()
        await until(lambda: shell.strip.screens.text().startswith("Door check-in: dead since "))

    running.run(hospital.superuser.signed_in_as("", ""), steps)
