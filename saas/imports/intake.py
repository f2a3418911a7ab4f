"""Takes in the leads of an import: those of one transaction together, as they came or by the rules of assignment."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast
from uuid import UUID

from saas.assignment.actions import distribute_new
from saas.consents.actions import Agreement, grant
from saas.core.work import Work
from saas.imports.ids import Ids
from saas.leads.actions import LeadDraft, add_leads, disqualify_lead, edit_lead, move_lead
from saas.leads.attribution import attribute
from saas.leads.telling import announce_received
from saas.leads.words import LeadStatus, UnfitReason
from saas.sources.actions import create_source
from saas.sources.model import Source, SourceKind

Values = Mapping[str, object]
COLUMNS = ("name", "company", "title", "email", "phone", "message", "country", "language", "owner_id", "product_id")


def make_source(work: Work, values: Values, _ids: Ids) -> Source:
    return create_source(work, cast(str, values["name"]), SourceKind.IMPORT, {})


def create_leads(work: Work, rows: Sequence[Values]) -> list[UUID]:
    """Nobody is told of each: whoever imports tells those whose they are."""
    leads = list(zip(add_leads(work, [_draft(work, row) for row in rows]), rows, strict=True))
    for lead, row in leads:
        if row["consent"] is not None:
            words, evidence = cast("tuple[str, str]", row["consent"])
            grant(work, lead, Agreement(words, lead.received_at, evidence))
    distribute_new(work, [(lead, _answers(row)) for lead, row in leads if row["by_rules"] and lead.owner_id is None])
    announce_received(work, [lead for lead, row in leads if not row["past"]])
    work.flush()
    for lead, row in leads:
        status = row["status"]
        if status == LeadStatus.UNFIT:
            disqualify_lead(work, lead.id, UnfitReason.OTHER, remark=cast("str | None", row["remark"]))
        elif status != LeadStatus.NEW:
            move_lead(work, lead.id, cast(LeadStatus, status))
    return [lead.id for lead, _row in leads]


def edit_known_lead(work: Work, id: UUID, values: Values) -> None:
    edit_lead(work, id, {name: values[name] for name in COLUMNS if name in values})


def _draft(work: Work, row: Values) -> LeadDraft:
    return LeadDraft(
        {name: row[name] for name in COLUMNS if name in row},
        _answers(row),
        attribute(None, None, cast("Mapping[str, str]", row["tags"])),
        cast("datetime | None", row["received_at"]),
        work.get(Source, cast(UUID, row["source_id"])),
        agreed=row["consent"] is not None,
    )


def _answers(row: Values) -> Sequence[tuple[str, str]]:
    return cast("Sequence[tuple[str, str]]", row["answers"])
