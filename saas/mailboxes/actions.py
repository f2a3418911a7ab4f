"""What is done with mailboxes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from saas.capture.actions import Arrival, receive
from saas.capture.model import SubmissionStatus
from saas.core.errors import Invalid, NotFound, Refusal
from saas.core.model import Json
from saas.core.texts import tell
from saas.core.work import Opener, Work
from saas.mailboxes.gateway import Folder, Place, folder_at
from saas.mailboxes.letter import Letter, read
from saas.mailboxes.model import EVERY, Mailbox
from saas.sources import credentials
from saas.sources.model import Source, SourceKind

READ = "mailboxes.read_mailbox"
KINDS = (SourceKind.EMAIL, SourceKind.WORKSPACE)
DELETED = timedelta(hours=1)
MOST = 300
"""Of one look; the rest is read in the next."""
LONGEST = 250
LAST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Setting:
    host: str
    port: int
    username: str
    folder: str


@dataclass(frozen=True, slots=True)
class Look:
    """Into a mailbox, as it stood when the last one ended."""

    source_id: UUID
    place: Place
    begun_at: datetime
    uid_validity: int | None
    last_uid: int


def set_mailbox(work: Work, source_id: UUID, setting: Setting) -> Source:
    """From now on its messages become leads. It is looked at as soon as there is a worker."""
    source = work.lock(Source, source_id, field="id")
    if source.kind not in KINDS:
        raise Invalid("NO_MAILBOX", "This source does not read a mailbox.", "id")
    told = {
        "host": _word(setting.host, "host").lower(), "port": _port(setting.port),
        "username": _word(setting.username, "username"), "folder": _line(setting.folder, "folder"),
    }  # fmt: skip
    mailbox = _of(work, source.id)
    if mailbox is None:
        mailbox = Mailbox(source_id=source.id, begun_at=work.clock.now(), **told)
        work.add(mailbox)
    elif any(getattr(mailbox, name) != value for name, value in told.items()):
        for name, value in told.items():
            setattr(mailbox, name, value)
        mailbox.begin_again(work.clock.now())
    _look_now(work, mailbox)
    return source


def check_mailbox(work: Work, source_id: UUID) -> Source:
    """It is looked at now, not in a minute."""
    source = work.lock(Source, source_id, field="id")
    mailbox = _of(work, source.id)
    if mailbox is None:
        raise NotFound("NO_MAILBOX", "This source does not read a mailbox.", "id")
    _look_now(work, mailbox)
    return source


def read_mailbox(opener: Opener, source_id: UUID) -> None:
    """What is new becomes submissions, each kept before the position moves past it: whoever dies reads it again, and
    keeps it once. The next look is seen to before this one begins.
    """
    with opener() as work:
        if not _begin(work, source_id):
            return
    try:
        with opener() as work:
            look = _look(work, source_id)
        if look is None:
            return
        with folder_at(look.place) as folder:
            _read_new(opener, look, folder)
    except Refusal as refusal:
        _end(opener, source_id, refusal)
    else:
        _end(opener, source_id, None)


def _begin(work: Work, source_id: UUID) -> bool:
    """Whether it is its turn."""
    source = work.get(Source, source_id, field="id", deleted=True)
    mailbox, now = _of(work, source.id), work.clock.now()
    if mailbox is None or not mailbox.is_due(now):
        return False
    mailbox.look_next(now + (EVERY if source.deleted_at is None else DELETED))
    _look_at(work, mailbox)
    return source.deleted_at is None and source.active


def _look(work: Work, source_id: UUID) -> Look | None:
    """None where there is no password yet."""
    source, mailbox = work.get(Source, source_id), _of(work, source_id)
    password = credentials.tell(work, source, "access_token")
    if mailbox is None or password is None:
        return None
    place = Place(mailbox.host, mailbox.port, mailbox.username, password, mailbox.folder, beside=work.outside.is_local)
    return Look(source.id, place, mailbox.begun_at, mailbox.uid_validity, mailbox.last_uid or 0)


def _read_new(opener: Opener, look: Look, folder: Folder) -> None:
    """In a folder that is numbered anew all is read again that came since we began: what is kept is kept once."""
    if look.uid_validity is None:
        _move_on(opener, look, folder.uid_validity, folder.uid_next - 1)
        return
    anew = look.uid_validity != folder.uid_validity
    uids = folder.since((look.begun_at - timedelta(days=1)).date()) if anew else folder.after(look.last_uid)
    for uid in uids[: None if anew else MOST]:
        found = folder.fetch(uid)
        if found is not None and not (anew and found[1] < look.begun_at - timedelta(minutes=1)):
            receive(opener, look.source_id, _arrival(read(found[0])))
        if not anew:
            _move_on(opener, look, folder.uid_validity, uid)
    if anew:
        _move_on(opener, look, folder.uid_validity, max([*uids, folder.uid_next - 1]))


def _arrival(letter: Letter) -> Arrival:
    """As our own forms say it. A machine's is kept and becomes no lead."""
    said: Json = {
        "mail": {"id": letter.id, "from": letter.address, "to": letter.to, "automatic": letter.automatic},
        "fields": {
            name: value
            for name, value in (
                ("name", letter.name or letter.address.partition("@")[0]), ("email", letter.address),
                ("Subject", letter.subject), ("message", letter.text), ("Attachments", ", ".join(letter.attachments)),
            )
            if value
        },
        "visit": {"utm_medium": "email"},
    }  # fmt: skip
    return Arrival(letter.id, said, SubmissionStatus.SPAM if letter.automatic else SubmissionStatus.WAITING)


def _move_on(opener: Opener, look: Look, uid_validity: int, uid: int) -> None:
    """Not where the mailbox has been set up anew meanwhile."""
    with opener() as work:
        mailbox = _of(work, look.source_id)
        if mailbox is not None and mailbox.begun_at == look.begun_at:
            mailbox.read_up_to(uid_validity, uid)


def _end(opener: Opener, source_id: UUID, refusal: Refusal | None) -> None:
    with opener() as work:
        mailbox = _of(work, source_id)
        if mailbox is not None:
            told = None if refusal is None else (refusal.code, tell(refusal, work.tenant.locale))
            mailbox.checked(work.clock.now(), told)


def _look_now(work: Work, mailbox: Mailbox) -> None:
    mailbox.look_next(work.clock.now())
    _look_at(work, mailbox)


def _look_at(work: Work, mailbox: Mailbox) -> None:
    where: Json = {"source_id": str(mailbox.source_id)}
    work.enqueue(READ, where, lock=f"mailbox {mailbox.source_id}", run_at=mailbox.next_at)


def _of(work: Work, source_id: UUID) -> Mailbox | None:
    """Locked until the end."""
    return work.first(select(Mailbox).where(Mailbox.source_id == source_id).with_for_update())


def _word(said: str, field: str) -> str:
    word = _line(said, field)
    if not word.isascii() or " " in word:
        raise Invalid("BAD_MAILBOX", "This has letters, digits and signs, and no blanks.", field)
    return word


def _line(said: str, field: str) -> str:
    line = said.strip()
    if not line:
        raise Invalid("REQUIRED", "This must not be empty.", field)
    if len(line) > LONGEST or not line.isprintable():
        raise Invalid("TOO_LONG", "This is longer than %(most)s characters.", field, most=LONGEST)
    return line


def _port(said: int) -> int:
    if not 0 < said <= LAST_PORT:
        raise Invalid("BAD_PORT", "A port is a number from 1 to 65535.", "port")
    return said
