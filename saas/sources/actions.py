"""What is done with sources."""

import re
from collections.abc import Mapping, Sequence
from typing import cast
from uuid import UUID

from sqlalchemy import select

from saas.core.errors import Invalid
from saas.core.fields import assign, written
from saas.core.minutes import read_minutes
from saas.core.rights import Verb
from saas.core.work import Work
from saas.members.actions import get_owner
from saas.sources import credentials
from saas.sources.mapping import read_mapping
from saas.sources.model import Source, SourceKind, SourceQuestion
from saas.sources.questions import ROW, Question, mapping_of, read_questions
from saas.sources.secrets import digest_of, new_key

LONGEST_CONSENT = 4000
_SITE_KEY = re.compile(r"[\w-]{1,200}", re.ASCII)


def create_source(work: Work, name: str, kind: SourceKind, fields: Mapping[str, object]) -> Source:
    source = Source(kind=kind, active=True, key=new_key(), seal=new_key(), mapping={})
    _change(work, source, {"name": name, **fields})
    work.add(source)
    _ask(work, source, fields)
    return source


def edit_source(work: Work, source_id: UUID, fields: Mapping[str, object], *, version: int | None = None) -> Source:
    """`questions` that are given replace those before, and the mapping."""
    source = work.lock(Source, source_id, field="id", version=version)
    _change(work, source, fields)
    _ask(work, source, fields)
    return source


def list_questions(work: Work, source: Source) -> list[SourceQuestion]:
    asked = select(SourceQuestion).where(SourceQuestion.source_id == source.id, work.visible(SourceQuestion))
    return work.all(asked.order_by(SourceQuestion.position, SourceQuestion.id))


def set_secret(work: Work, source_id: UUID, secret: str | None, *, version: int | None = None) -> Source:
    """What a sender must show from now on; the one before counts no more. None: nothing fits."""
    source = work.lock(Source, source_id, field="id", version=version)
    source.secret_digest = None if secret is None else digest_of(secret)
    return source


def set_credentials(
    work: Work, source_id: UUID, secrets: Mapping[str, str | None], *, version: int | None = None
) -> Source:
    """`signing_secret`, `access_token` and `captcha_secret`, those that are given; None takes one away."""
    source = work.lock(Source, source_id, field="id", version=version)
    for name, secret in secrets.items():
        credentials.keep(work, source, name, secret)
    return source


def delete_source(work: Work, source_id: UUID, *, version: int | None = None) -> Source:
    """It takes nothing in any more; its leads go on naming it."""
    source = work.lock(Source, source_id, field="id", version=version, to=Verb.DELETE)
    work.remove(source)
    return source


def restore_source(work: Work, source_id: UUID, *, version: int | None = None) -> Source:
    source = work.lock(Source, source_id, field="id", version=version, deleted=True, to=Verb.DELETE)
    source.deleted_at = None
    return source


def find_by_key(work: Work, key: str, kind: SourceKind) -> Source | None:
    """One that takes in what comes."""
    there = Source.key == key, Source.kind == kind, Source.active.is_(True)
    return work.first(select(Source).where(*there, work.visible(Source)))


def _ask(work: Work, source: Source, fields: Mapping[str, object]) -> None:
    said = fields.get("questions")
    if said is None:
        return
    rows = read_questions(cast("Sequence[Question]", said))
    work.flush()
    there = list_questions(work, source)
    if [{name: getattr(one, name) for name in ROW} for one in there] == rows:
        return
    for one in there:
        work.remove(one)
    for row in rows:
        work.add(SourceQuestion(source_id=source.id, **row))
    source.mapping, source.updated_at = mapping_of(rows), work.clock.now()


def _change(work: Work, source: Source, fields: Mapping[str, object]) -> None:
    given = dict(fields)
    if "name" in given:
        given["name"] = written(given["name"], "name")
    if "owner_id" in given:
        get_owner(work, given["owner_id"])
    if "mapping" in given:
        given["mapping"] = read_mapping(cast("Mapping[str, object]", given["mapping"] or {}))
    if "consent_text" in given:
        text = str(given["consent_text"] or "").strip()
        if len(text) > LONGEST_CONSENT:
            message = "This is longer than %(most)s characters."
            raise Invalid("TOO_LONG", message, "consentText", most=LONGEST_CONSENT)
        given["consent_text"] = text or None
    if "escalate_after" in given:
        given["escalate_after"] = read_minutes(given["escalate_after"], "escalateAfter", least=0)
    _read_captcha(source, given)
    given.pop("questions", None)
    assign(source, {name: value for name, value in given.items() if name != "active" or value is not None})


def _read_captcha(source: Source, given: dict[str, object]) -> None:
    """A provider has a key for each form; without one nobody is asked."""
    if "captcha_site_key" in given:
        said = str(given["captcha_site_key"] or "").strip()
        if said and _SITE_KEY.fullmatch(said) is None:
            raise Invalid("BAD_SITE_KEY", "A site key has letters, digits, - and _.", "captchaSiteKey")
        given["captcha_site_key"] = said or None
    kind = given.get("captcha", source.captcha)
    if kind is not None and source.kind != SourceKind.WEB_FORM:
        raise Invalid("NO_CAPTCHA", "Only a form can ask for a captcha.", "captcha")
    if kind is not None and not given.get("captcha_site_key", source.captcha_site_key):
        raise Invalid("REQUIRED", "This must not be empty.", "captchaSiteKey")
