"""What stands behind the doors: who may send through them, and what each sender calls a thing that he sends."""

from dataclasses import dataclass
from uuid import UUID

from saas.capture import gateway
from saas.capture.actions import Arrival, receive
from saas.capture.captchas import Asked
from saas.capture.gateway import Verdict
from saas.capture.model import SubmissionStatus
from saas.capture.page import Form, usual_questions
from saas.capture.puzzle import DIFFICULTY, check, new_challenge
from saas.capture.queries import Door, find_door, find_kept
from saas.capture.reading import HONEYPOT, read_json
from saas.capture.visitor import disguise
from saas.core.errors import Forbidden, Invalid, NotFound
from saas.core.model import Json
from saas.core.work import Opener, Work
from saas.sources import credentials
from saas.sources.actions import find_by_key, list_questions
from saas.sources.model import Captcha, Source, SourceKind
from saas.sources.questions import Question
from saas.sources.secrets import fits

LONGEST_ID = 200
_OF_FORM = "fields", "visit"
"""All that is kept of what a form sends: what else is in a submission only we have put there."""


@dataclass(frozen=True, slots=True)
class Sender:
    remote: str | None
    user_agent: str | None


def open_form(opener: Opener, key: str) -> dict[str, object]:
    with opener() as work:
        source = _form(work, key)
        challenge, captcha = new_challenge(source.seal, work.clock.now()), _captcha(work, source)
        return {"consentText": source.consent_text, "challenge": challenge, "difficulty": DIFFICULTY,
                "honeypot": HONEYPOT, "captcha": captcha.told if captcha else None}  # fmt: skip


def open_page(opener: Opener, key: str, locale: str) -> Form:
    with opener() as work:
        source = _form(work, key)
        asked = [
            Question(one.label, one.field, one.kind, one.required, tuple((one.options or "").splitlines()))
            for one in list_questions(work, source)
        ]
        challenge, captcha = new_challenge(source.seal, work.clock.now()), _captcha(work, source)
        return Form(key, work.tenant.name, asked or usual_questions(locale), source.consent_text, challenge, captcha)


def take_form(opener: Opener, key: str, body: bytes, sender: Sender) -> None:
    """What fills in the field that nobody sees is kept as spam, and hears the same as everybody. What is kept already
    has passed: its token counts only once.
    """
    given = read_json(body)
    challenge, nonce, token = (str(given.get(name, "")) for name in ("challenge", "nonce", "captcha"))
    said = {name: given[name] for name in _OF_FORM if name in given}
    disguise(said)
    fields = said.get("fields")
    if not isinstance(fields, dict) or not fields:
        raise Invalid("BAD_FORM", "A form sends an object of fields.", "fields")

    def verify(work: Work) -> UUID:
        door = _door(work, key, SourceKind.WEB_FORM)
        check(door.seal, challenge, nonce, work.clock.now())
        return door.source_id

    is_robot = bool(fields.pop(HONEYPOT, None))
    with opener() as work:
        source_id = verify(work)
        captcha = _captcha(work, work.get(Source, source_id))
        is_kept = captcha is not None and find_kept(work, source_id, challenge) is not None
    if captcha is not None:
        token = str(fields.pop(captcha.provider.token, "")) or token
        if not is_robot and not is_kept:
            said["captcha"] = _verify(captcha, token, sender)
    status = SubmissionStatus.SPAM if is_robot else SubmissionStatus.WAITING
    receive(opener, verify, Arrival(challenge, said, status, sender.remote, sender.user_agent))


def take_google(opener: Opener, key: str, body: bytes, sender: Sender) -> None:
    """By the field names of Google's lead forms; `google_key` is the secret, and is not kept."""
    said = read_json(body)
    shown, lead_id = str(said.pop("google_key", "")), str(said.get("lead_id") or "")

    def verify(work: Work) -> UUID:
        door = _door(work, key, SourceKind.GOOGLE)
        if not fits(shown, door.secret_digest):
            raise Forbidden("WRONG_SECRET", "The secret does not fit this source.", "google_key")
        if not 0 < len(lead_id) <= LONGEST_ID:
            raise Invalid("REQUIRED", "This must not be empty.", "lead_id")
        return door.source_id

    status = SubmissionStatus.TEST if said.get("is_test") is True else SubmissionStatus.WAITING
    receive(opener, verify, Arrival(lead_id, said, status, sender.remote, sender.user_agent))


def _captcha(work: Work, source: Source) -> Asked | None:
    """None where a form asks none, or has not been told all that it takes."""
    if source.captcha is None or source.captcha_site_key is None or source.sealed_captcha_secret is None:
        return None
    try:
        secret = credentials.tell(work, source, "captcha_secret")
    except Invalid:  # it is ours to set it anew: with none he does not know us, and nobody is turned away
        secret = None
    return Asked(Captcha(source.captcha), source.captcha_site_key, work.outside.captcha_url, secret or "")


def _verify(captcha: Asked, token: str, sender: Sender) -> Json:
    """What is kept of it. Where nobody can be asked the puzzle was solved all the same: no lead is lost by it."""
    verdict = gateway.verify(captcha, token, sender.remote)
    if verdict is Verdict.FAILED:
        message = "We could not see that you are no robot. Please try once more."
        raise Invalid("CAPTCHA_FAILED", message, "captcha")
    return {"provider": captcha.kind, "verdict": verdict}


def _form(work: Work, key: str) -> Source:
    source = find_by_key(work, key, SourceKind.WEB_FORM)
    if source is None:
        raise NotFound("NO_SOURCE", "Nothing is taken in at this address.", "key")
    return source


def _door(work: Work, key: str, kind: SourceKind) -> Door:
    door = find_door(work, key, kind)
    if door is None:
        raise NotFound("NO_SOURCE", "Nothing is taken in at this address.", "key")
    return door
