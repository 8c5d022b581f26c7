"""Hands one message to a gateway for SMS (or anything else that takes a POST over HTTPS) as its maker wants it."""

import http.client
import json
import re
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from hms_desktop.core.deliveries import Delivery, Letter, Outcome, is_this_machine, trust

SECONDS = 20.0
KEY_HEADER = "Idempotency-Key"
_LATER = frozenset({408, 425, 429, 503})
"""Answers of a gateway that has not taken it: it was late, too early, too much, or away."""
_PLACE = re.compile(r"\{(recipient|text|key)\}")


@dataclass(frozen=True)
class Gateway:
    """Where messages are posted. `body` is JSON in whose texts {recipient}, {text} and {key} are filled in.

    The key of a message is the same each time that it is sent and goes along as the header Idempotency-Key. Only a
    gateway that is known to take a key once (`repeat_is_safe`) is given a message again whose answer was lost.
    """

    url: str = ""
    body: str = '{"to": "{recipient}", "text": "{text}"}'
    headers: Mapping[str, Any] = field(default_factory=dict, repr=False)
    repeat_is_safe: bool = False
    certificates: str = ""
    seconds: float = SECONDS

    def check(self) -> None:
        """Raises ValueError with a sentence where this cannot work or would say a message in the clear."""
        where = urlsplit(self.url)
        if where.scheme != "https" and not (where.scheme == "http" and is_this_machine(where.hostname or "")):
            raise ValueError("The setting [sms] url must begin with https://.")
        try:
            json.loads(self.body)
        except ValueError:
            raise ValueError("The setting [sms] body is no JSON; correct it.") from None
        if any(not isinstance(value, str) or re.search(r"[\r\n]", value) for value in self.headers.values()):
            raise ValueError("Each of [sms.headers] must be one line of text; correct them.")

    def deliver(self, letter: Letter) -> Delivery:
        """Post one letter. What was posted and not answered is unknown, unless repeating is safe."""
        request = urllib.request.Request(  # noqa: S310 - check() lets nothing but HTTPS pass
            self.url,
            data=json.dumps(_filled(json.loads(self.body), letter)).encode(),
            headers={"Content-Type": "application/json", KEY_HEADER: letter.key, **self.headers},
            method="POST",
        )
        opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=trust(self.certificates)), _Stay())
        try:
            with opener.open(request, timeout=self.seconds):
                return Delivery(Outcome.SENT)
        except urllib.error.HTTPError as error:
            error.close()
            return self._refused(error.code)
        except urllib.error.URLError as error:
            return self._unreached(error.reason)
        except (OSError, http.client.HTTPException):
            return self._cut_short()

    def _refused(self, code: int) -> Delivery:
        if code in _LATER:
            return Delivery(Outcome.LATER, f"The gateway asked to try again later (code {code}).")
        if code >= 500:
            return self._cut_short()
        return Delivery(Outcome.REFUSED, f"The gateway refused it (code {code}).")

    def _unreached(self, reason: object) -> Delivery:
        """What failed before anything was posted may be tried again; nobody knows of what broke off in the middle."""
        if isinstance(reason, ssl.SSLCertVerificationError):
            return Delivery(Outcome.LATER, "The gateway could not prove who it is; nothing was sent to it.")
        if isinstance(reason, ConnectionResetError | BrokenPipeError):
            return self._cut_short()
        return Delivery(Outcome.LATER, f"The gateway could not be reached ({type(reason).__name__}).")

    def _cut_short(self) -> Delivery:
        outcome = Outcome.LATER if self.repeat_is_safe else Outcome.UNKNOWN
        return Delivery(outcome, "The gateway did not say whether it took it.")


class _Stay(urllib.request.HTTPRedirectHandler):
    """A message goes where the hospital said, and nowhere that an answer points to."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _filled(part: Any, letter: Letter) -> Any:
    if isinstance(part, str):
        values = {"recipient": letter.recipient, "text": letter.text, "key": letter.key}
        return _PLACE.sub(lambda place: values[place[1]], part)
    if isinstance(part, list):
        return [_filled(one, letter) for one in part]
    if isinstance(part, dict):
        return {name: _filled(one, letter) for name, one in part.items()}
    return part
