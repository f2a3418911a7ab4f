"""Sources in the graph."""

from datetime import datetime
from typing import cast

import strawberry
from sqlalchemy import ColumnElement
from strawberry import UNSET
from strawberry.scalars import JSON

from saas.core.errors import Invalid
from saas.core.work import Work
from saas.graph.declare import Node, changes, computed, key, key_or_none, many, mutation, node
from saas.members.graph import MemberNode
from saas.sources import actions
from saas.sources.model import Captcha, LeadField, QuestionKind, Source, SourceKind, SourceQuestion
from saas.sources.questions import Question

for words in (SourceKind, LeadField, QuestionKind, Captcha):
    strawberry.enum(words)


def _has_secret(source: type[Source]) -> ColumnElement[bool]:
    return source.secret_digest.is_not(None)


def _has_signing_secret(source: type[Source]) -> ColumnElement[bool]:
    return source.sealed_signing_secret.is_not(None)


def _has_access_token(source: type[Source]) -> ColumnElement[bool]:
    return source.sealed_access_token.is_not(None)


def _has_captcha_secret(source: type[Source]) -> ColumnElement[bool]:
    return source.sealed_captcha_secret.is_not(None)


@node(SourceQuestion, order="position")
class SourceQuestionNode(Node):
    """What a form asks, or what a provider calls a field; `options` stand one on each line."""

    position: int
    label: str
    field: LeadField | None
    kind: QuestionKind
    required: bool
    options: str | None


@node(Source, one="source", plain="sources", order="name")
class SourceNode(Node):
    """Where leads come from. `key` names it in the addresses of its doors; the secret itself is never told."""

    name: str
    kind: SourceKind
    active: bool
    key: str
    has_secret: bool = computed(_has_secret)
    has_signing_secret: bool = computed(_has_signing_secret)
    has_access_token: bool = computed(_has_access_token)
    captcha: Captcha | None
    captcha_site_key: str | None
    has_captcha_secret: bool = computed(_has_captcha_secret)
    consent_text: str | None
    escalate_after: int | None
    owner: MemberNode | None
    questions: list[SourceQuestionNode] = many(order="position")
    version: int
    created_at: datetime
    updated_at: datetime


@strawberry.input
class SourceQuestionInput:
    """Without a `field` it is kept as an answer; `options` are those of a CHOICE."""

    label: str
    field: LeadField | None = None
    kind: QuestionKind | None = None
    required: bool | None = None
    options: list[str] | None = None


@strawberry.input
class CreateSourceInput:
    """`mapping` is an object from the sender's field names to ours, which `questions` say too; `ownerId` gets leads
    that no rule gives away.
    """

    name: str
    kind: SourceKind
    mapping: JSON | None = None
    questions: list[SourceQuestionInput] | None = None
    consent_text: str | None = None
    owner_id: strawberry.ID | None = None


@mutation(SourceNode)
def create_source(work: Work, input: CreateSourceInput) -> Source:
    """Adds a source; it takes leads in at once."""
    read = _read(changes(input, "name", "kind", "questions"), input.questions)
    given = {name: value for name, value in read.items() if value is not None}
    return actions.create_source(work, input.name, input.kind, given)


@strawberry.input
class UpdateSourceInput:
    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    active: bool | None = UNSET
    mapping: JSON | None = UNSET
    questions: list[SourceQuestionInput] | None = None
    consent_text: str | None = UNSET
    escalate_after: int | None = UNSET
    captcha: Captcha | None = UNSET
    captcha_site_key: str | None = UNSET
    owner_id: strawberry.ID | None = UNSET


@mutation(SourceNode)
def update_source(work: Work, input: UpdateSourceInput) -> Source:
    """Changes the fields that are given; `mapping` and `questions` are replaced as a whole."""
    given = _read(changes(input, "id", "version", "questions"), input.questions)
    return actions.edit_source(work, key(SourceNode, input.id), given, version=input.version)


@strawberry.input
class SetSourceSecretInput:
    """`secret` null takes it away: then nothing that has to prove itself comes in."""

    id: strawberry.ID
    secret: str | None = None
    version: int | None = None


@mutation(SourceNode)
def set_source_secret(work: Work, input: SetSourceSecretInput) -> Source:
    """What senders must show from now on. Only a digest is kept: it cannot be read again."""
    return actions.set_secret(work, key(SourceNode, input.id), input.secret, version=input.version)


@strawberry.input
class SetSourceCredentialsInput:
    """What is left out stays as it is; null takes it away."""

    id: strawberry.ID
    signing_secret: str | None = UNSET
    access_token: str | None = UNSET
    captcha_secret: str | None = UNSET
    version: int | None = None


@mutation(SourceNode)
def set_source_credentials(work: Work, input: SetSourceCredentialsInput) -> Source:
    """With the signing secret a provider signs what he sends; the token, and a captcha's secret, are shown to him.

    All are kept sealed and cannot be read again.
    """
    given = cast("dict[str, str | None]", changes(input, "id", "version"))
    return actions.set_credentials(work, key(SourceNode, input.id), given, version=input.version)


@strawberry.input
class SourceInput:
    id: strawberry.ID
    version: int | None = None


@mutation(SourceNode)
def delete_source(work: Work, input: SourceInput) -> Source:
    """It takes nothing in any more; its leads stay."""
    return actions.delete_source(work, key(SourceNode, input.id), version=input.version)


@mutation(SourceNode)
def restore_source(work: Work, input: SourceInput) -> Source:
    """Takes a deletion back."""
    return actions.restore_source(work, key(SourceNode, input.id), version=input.version)


def _read(given: dict[str, object], questions: list[SourceQuestionInput] | None) -> dict[str, object]:
    if questions is not None:
        given["questions"] = [_question(one) for one in questions]
    if "owner_id" in given:
        given["owner_id"] = key_or_none(MemberNode, cast("str | None", given["owner_id"]))
    if given.get("mapping") is not None and not isinstance(given["mapping"], dict):
        raise Invalid("BAD_MAPPING", "A mapping is an object of names.", "mapping")
    return given


def _question(said: SourceQuestionInput) -> Question:
    kind = said.kind or QuestionKind.LINE
    return Question(said.label, said.field, kind, required=bool(said.required), options=tuple(said.options or ()))
