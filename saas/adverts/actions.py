"""What is done with the notices of networks: they are kept, and the leads that they name are fetched."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from saas.adverts.facebook import FACEBOOK
from saas.adverts.gateway import Question, ask
from saas.adverts.linkedin import LINKEDIN, answer_challenge
from saas.adverts.networks import Key, Network
from saas.capture.actions import JOB, Arrival, receive
from saas.capture.events import NoticeKept
from saas.capture.model import Submission
from saas.capture.reading import read_json
from saas.core.errors import Forbidden, Invalid, NotFound, Refusal, Unavailable
from saas.core.model import Json
from saas.core.outside import Outside
from saas.core.texts import tell
from saas.core.work import Opener, Work
from saas.sources import credentials
from saas.sources.actions import find_by_key
from saas.sources.model import Source, SourceKind
from saas.sources.secrets import fits

FETCH = "adverts.fetch_lead"
TRIES = 8
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=2), timedelta(minutes=10)
"""Shorter than the time after which what waits is given up on."""
NETWORKS = {SourceKind.FACEBOOK: FACEBOOK, SourceKind.LINKEDIN: LINKEDIN}


@dataclass(frozen=True, slots=True)
class Letter:
    """What came through a webhook: its bytes as they are signed, and who sent it."""

    body: bytes
    signature: str
    remote: str | None = None
    user_agent: str | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """A lead to ask for. `notice` is what was told of it."""

    network: Network
    question: Question
    notice: Json


def prove_to_facebook(opener: Opener, key: str, token: str) -> None:
    """That whoever set up the webhook there knows the source's secret."""
    with opener() as work:
        if not fits(token, _source(work, key, SourceKind.FACEBOOK).secret_digest):
            raise Forbidden("WRONG_SECRET", "The secret does not fit this source.", "hub.verify_token")


def prove_to_linkedin(opener: Opener, key: str, code: str) -> Json:
    """That we know its app's client secret."""
    with opener() as work:
        secret = credentials.tell(work, _source(work, key, SourceKind.LINKEDIN), "signing_secret")
    if secret is None:
        raise Forbidden("NO_SECRET", "This source has no signing secret yet.", "challengeCode")
    return answer_challenge(secret, code)


def take_from_facebook(opener: Opener, key: str, letter: Letter) -> int:
    """Each lead that is told of is kept for good, once, when this returns."""
    return _take_notices(opener, key, SourceKind.FACEBOOK, letter)


def take_from_linkedin(opener: Opener, key: str, letter: Letter) -> int:
    """The same."""
    return _take_notices(opener, key, SourceKind.LINKEDIN, letter)


def _take_notices(opener: Opener, key: str, kind: SourceKind, letter: Letter) -> int:
    network = NETWORKS[kind]
    with opener() as work:
        source = _source(work, key, kind)
        secret = credentials.tell(work, source, "signing_secret")
        if secret is None or not network.fits(secret, letter.body, letter.signature):
            raise Forbidden("WRONG_SIGNATURE", "The signature does not fit this source.", "signature")
        source_id = source.id
    told = list(network.notices(read_json(letter.body)))
    for lead_id, notice in told:
        receive(
            opener, source_id, Arrival(lead_id, {"notice": notice}, remote=letter.remote, user_agent=letter.user_agent)
        )
    return len(told)


def fetch_later(work: Work, event: NoticeKept) -> None:
    work.enqueue(FETCH, {"submission_id": str(event.submission_id)})


def fetch_lead(opener: Opener, submission_id: UUID) -> None:
    """Asks while nothing is held. A network that cannot tell it now is asked again, for minutes; then it is parked."""
    try:
        with opener() as work:
            errand = _errand(work, submission_id)
        if errand is None:
            return
        lead = errand.network.judge(ask(errand.network.name, errand.question))
        said = {"lead": lead, **errand.network.read({**errand.notice, **lead})}
        is_test = errand.network.is_test(lead)
    except NotFound:
        raise
    except Refusal as refusal:
        with opener() as work:
            _put_off(work, submission_id, refusal)
        return
    with opener() as work:
        submission = work.lock(Submission, submission_id)
        if submission.is_due and submission.is_notice:
            submission.complete(said, test=is_test)
            if not is_test:
                work.enqueue(JOB, {"submission_id": str(submission.id)})


LISTENS = {NoticeKept: [fetch_later]}


def _errand(work: Work, submission_id: UUID) -> Errand | None:
    """None where there is nothing to fetch, or no more."""
    submission = work.get(Submission, submission_id)
    if not submission.is_due or not submission.is_notice:
        return None
    source = work.get(Source, submission.source_id, deleted=True)
    network, notice = NETWORKS.get(SourceKind(source.kind)), read_json(submission.body.encode())["notice"]
    if network is None or not isinstance(notice, dict):
        work.enqueue(JOB, {"submission_id": str(submission.id)})
        return None
    token = credentials.tell(work, source, "access_token")
    if token is None:
        message = "Without an access token the lead cannot be fetched. Set one at the source, then try again."
        raise Invalid("NO_TOKEN", message, "accessToken")
    key = Key(token, credentials.tell(work, source, "signing_secret"), str(work.outside.linkedin_version))
    base = _address(work.outside, SourceKind(source.kind))
    return Errand(network, network.question(base, submission.external_id, key), notice)


def _put_off(work: Work, submission_id: UUID, refusal: Refusal) -> None:
    submission = work.lock(Submission, submission_id)
    if not submission.is_due:
        return
    submission.attempts += 1
    tries = submission.attempts % TRIES
    if isinstance(refusal, Unavailable) and tries:
        said = timedelta(seconds=int(str(refusal.params.get("seconds") or 0)))
        wait = min(max(FIRST_WAIT * 2**tries, said), LONGEST_WAIT)
        work.enqueue(FETCH, {"submission_id": str(submission.id)}, run_at=work.clock.now() + wait)
    else:
        submission.park(refusal.code, refusal.field, tell(refusal, work.tenant.locale))


def _address(outside: Outside, kind: SourceKind) -> str:
    return outside.facebook_url if kind is SourceKind.FACEBOOK else outside.linkedin_url


def _source(work: Work, key: str, kind: SourceKind) -> Source:
    source = find_by_key(work, key, kind)
    if source is None:
        raise NotFound("NO_SOURCE", "Nothing is taken in at this address.", "key")
    return source
