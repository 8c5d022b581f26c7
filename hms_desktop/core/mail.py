"""Sends one e-mail over SMTP, encrypted and to a server that proves its name."""

import mimetypes
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate

from hms_desktop.core.deliveries import Delivery, Letter, Outcome, is_this_machine, trust

SECURITIES = ("starttls", "tls", "none")
SECONDS = 20.0
_PERMANENT = 500


@dataclass(frozen=True)
class MailServer:
    """A server that takes e-mail. `security` is STARTTLS (port 587), TLS from the start (465), or none: this machine.

    `certificates` is a PEM file of authorities to trust in place of the system's.
    """

    host: str = ""
    port: int = 587
    security: str = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    sender: str = ""
    certificates: str = ""
    seconds: float = SECONDS
    repeat_is_safe = False  # no mail server promises to take a Message-ID once

    def check(self) -> None:
        """Raises ValueError with a sentence where this cannot work or would say a secret in the clear."""
        if self.security not in SECURITIES:
            raise ValueError("The setting [email] security must be starttls, tls or none.")
        if self.security == "none" and not is_this_machine(self.host):
            raise ValueError("E-mail may go without encryption to this machine only; set [email] security = starttls.")
        if "@" not in self.sender:
            raise ValueError("Set [email] sender to the address that the hospital writes from.")

    def deliver(self, letter: Letter) -> Delivery:
        """Send one letter; a line that breaks while the server has it all leaves it unknown whether it was taken."""
        about_the_letter = handed_over = False
        try:
            written = self._written(letter)
        except OSError:
            return Delivery(Outcome.REFUSED, "A file that goes with it is gone.")
        try:
            with self._signed_in() as server:
                _take(server.mail(self.sender))
                about_the_letter = True
                _take(server.rcpt(letter.recipient))
                handed_over = True
                _take(server.data(written))
        except smtplib.SMTPResponseException as error:
            final = about_the_letter and error.smtp_code >= _PERMANENT
            note = f"The mail server refused it (code {error.smtp_code})."
            return Delivery(Outcome.REFUSED if final else Outcome.LATER, note)
        except ssl.SSLError:
            return Delivery(Outcome.LATER, "The mail server could not prove who it is; nothing was sent to it.")
        except (OSError, smtplib.SMTPException) as error:
            if handed_over:
                return Delivery(Outcome.UNKNOWN, "The line broke before the mail server said whether it took it.")
            return Delivery(Outcome.LATER, f"The mail server could not be reached ({type(error).__name__}).")
        return Delivery(Outcome.SENT)

    @contextmanager
    def _signed_in(self) -> Iterator[smtplib.SMTP]:
        if self.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=self.seconds, context=trust(self.certificates)
            )
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=self.seconds)
        try:
            if self.security == "starttls":
                server.starttls(context=trust(self.certificates))
            server.ehlo_or_helo_if_needed()
            if self.user:
                server.login(self.user, self.password)
            yield server
            with suppress(OSError, smtplib.SMTPException):  # the letter is taken, however the line ends
                server.quit()
        finally:
            server.close()

    def _written(self, letter: Letter) -> bytes:
        message = EmailMessage(policy=SMTP)
        message["From"] = self.sender
        message["To"] = letter.recipient
        message["Subject"] = letter.subject
        message["Date"] = formatdate()
        message["Message-ID"] = f"<{letter.key}@{self.sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        for path in letter.files:
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            main, sub = kind.split("/")
            message.add_attachment(path.read_bytes(), maintype=main, subtype=sub, filename=path.name)
        return message.as_bytes()


def _take(answer: tuple[int, bytes]) -> None:
    code, words = answer
    if code not in (250, 251):
        raise smtplib.SMTPResponseException(code, words)
