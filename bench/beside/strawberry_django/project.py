"""strawberry-django with its optimiser over the same tables, as gunicorn serves it: `gunicorn project:application`.

Runs in the peer's own environment. The company is fixed by the connection: role, path and member are set when it opens.
"""

# mypy: disable-error-code="import-not-found,misc,untyped-decorator,no-any-return,attr-defined,valid-type,name-defined"
# ruff: noqa: DJ001, DJ008, E402 - the tables are ours, and Django must know its settings before it makes models

import json
import math
import os
from typing import Final
from uuid import UUID, uuid4

import django
from django.conf import settings

GIVEN: Final = json.loads(os.environ["PEER"])
settings.configure(
    SECRET_KEY="bench",
    DEBUG=False,
    USE_TZ=True,
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    INSTALLED_APPS=["django.contrib.contenttypes", "strawberry_django"],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "options": f"-c role={GIVEN['namespace']} -c search_path={GIVEN['namespace']},ext"
                f" -c kesher.member={GIVEN['member']}",
            },
            **GIVEN["database"],
        }
    },
)
django.setup()

import strawberry
import strawberry_django
from django.core.wsgi import get_wsgi_application
from django.db import connection, models, transaction
from django.urls import path
from django.utils import timezone
from strawberry.django.views import GraphQLView
from strawberry_django.optimizer import DjangoOptimizerExtension
from strawberry_django.pagination import OffsetPaginated


class Live(models.Manager):
    """Without what was deleted, as each table's partial indexes have it."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(deleted_at__isnull=True)


class Named(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4)
    name = models.TextField()

    class Meta:
        abstract = True
        managed = False


class Member(Named):
    class Meta(Named.Meta):
        db_table = "member"
        app_label = "bench"


class Stage(Named):
    kind = models.TextField()
    position = models.IntegerField()
    pipeline_id = models.UUIDField()
    deleted_at = models.DateTimeField(null=True)

    class Meta(Named.Meta):
        db_table = "stage"
        app_label = "bench"


class Account(Named):
    industry = models.TextField(null=True)
    website = models.TextField(null=True)
    owner = models.ForeignKey(Member, models.DO_NOTHING, null=True)
    deleted_at = models.DateTimeField(null=True)
    objects = Live()

    class Meta(Named.Meta):
        db_table = "account"
        app_label = "bench"


class Contact(Named):
    email = models.TextField(null=True)
    phone = models.TextField(null=True)
    title = models.TextField(null=True)
    account = models.ForeignKey(Account, models.DO_NOTHING, null=True, related_name="contacts")
    version = models.IntegerField()
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)
    objects = Live()

    class Meta(Named.Meta):
        db_table = "contact"
        app_label = "bench"


class Deal(Named):
    status = models.TextField()
    amount = models.DecimalField(null=True, max_digits=20, decimal_places=2)
    realized_amount = models.DecimalField(null=True, max_digits=20, decimal_places=2)
    currency = models.TextField(null=True)
    pipeline_id = models.UUIDField()
    stage = models.ForeignKey(Stage, models.DO_NOTHING)
    stage_entered_at = models.DateTimeField()
    owner = models.ForeignKey(Member, models.DO_NOTHING, null=True)
    account = models.ForeignKey(Account, models.DO_NOTHING, null=True, related_name="deals")
    closed_on = models.DateField(null=True)
    version = models.IntegerField()
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)
    objects = Live()

    class Meta(Named.Meta):
        db_table = "deal"
        app_label = "bench"


class DealEvent(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4)
    deal_id = models.UUIDField()
    kind = models.TextField()
    at = models.DateTimeField()
    by_id = models.UUIDField()
    from_stage_id = models.UUIDField()
    to_stage_id = models.UUIDField()
    seconds = models.IntegerField()

    class Meta:
        managed = False
        db_table = "deal_event"
        app_label = "bench"


class AuditEntry(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4)
    at = models.DateTimeField()
    member_id = models.UUIDField()
    request_id = models.TextField()
    action = models.TextField()
    entity = models.TextField()
    entity_id = models.UUIDField()
    before = models.JSONField(null=True)
    after = models.JSONField()

    class Meta:
        managed = False
        db_table = "audit_entry"
        app_label = "bench"


@strawberry_django.type(Member)
class MemberNode:
    name: strawberry.auto


@strawberry_django.type(Stage)
class StageNode:
    id: UUID
    name: strawberry.auto
    kind: strawberry.auto
    position: strawberry.auto


@strawberry_django.order_type(Contact)
class ContactOrder:
    name: strawberry.auto
    id: strawberry.auto


@strawberry_django.order_type(Deal)
class DealOrder:
    closed_on: strawberry.auto
    created_at: strawberry.auto
    id: strawberry.auto


@strawberry_django.filter_type(Deal)
class DealFilter:
    status: strawberry.auto


@strawberry_django.type(Contact, ordering=ContactOrder)
class ContactNode:
    id: UUID
    name: strawberry.auto
    email: strawberry.auto
    phone: strawberry.auto
    title: strawberry.auto
    version: strawberry.auto
    created_at: strawberry.auto
    updated_at: strawberry.auto
    account: "AccountNode | None"


@strawberry_django.type(Deal, ordering=DealOrder, filters=DealFilter)
class DealNode:
    id: UUID
    name: strawberry.auto
    status: strawberry.auto
    version: strawberry.auto
    amount: strawberry.auto
    currency: strawberry.auto
    closed_on: strawberry.auto
    stage: StageNode
    owner: MemberNode | None
    account: "AccountNode | None"


@strawberry_django.type(Account)
class AccountNode:
    id: UUID
    name: strawberry.auto
    industry: strawberry.auto
    website: strawberry.auto
    owner: MemberNode | None
    contacts: OffsetPaginated[ContactNode] = strawberry_django.offset_paginated()
    deals: OffsetPaginated[DealNode] = strawberry_django.offset_paginated()


@strawberry.type
class Query:
    deals: OffsetPaginated[DealNode] = strawberry_django.offset_paginated()
    contacts: OffsetPaginated[ContactNode] = strawberry_django.offset_paginated()
    account: AccountNode | None = strawberry_django.field(field_name="pk")


class Refused(Exception):
    """The client is told the code."""


@strawberry.type
class MoveDealPayload:
    deal: DealNode


@strawberry.type
class Mutation:
    @strawberry.mutation
    def move_deal(self, deal_id: UUID, stage_id: UUID, version: int) -> MoveDealPayload:
        """The same checks and the same rows as ours: lock, version, history, audit, and word to those who listen."""
        with transaction.atomic():
            deals = Deal.objects.select_related("owner", "account").select_for_update(of=("self",))
            deal = deals.get(pk=deal_id)
            if deal.version != version or deal.status != "OPEN":
                raise Refused("CONFLICT" if deal.version != version else "DEAL_CLOSED")
            stage = Stage.objects.get(pk=stage_id, deleted_at__isnull=True)
            if stage.pipeline_id != deal.pipeline_id:
                raise Refused("FOREIGN_STAGE")
            stand(deal, stage)
        return MoveDealPayload(deal=deal)


def stand(deal: Deal, stage: Stage) -> None:
    now, member = timezone.now(), UUID(GIVEN["member"])
    event = DealEvent(
        deal_id=deal.id, kind="STAGE", at=now, by_id=member, from_stage_id=deal.stage_id, to_stage_id=stage.id,
        seconds=math.floor((now - deal.stage_entered_at).total_seconds()),
    )  # fmt: skip
    event.save(force_insert=True)
    before = {"stage_id": str(deal.stage_id), "stage_entered_at": deal.stage_entered_at.isoformat()}
    deal.stage, deal.stage_entered_at, deal.updated_at, deal.status = stage, now, now, stage.kind
    deal.closed_on = now.date() if stage.kind != "OPEN" else None
    deal.realized_amount = {"WON": deal.amount, "LOST": 0}.get(stage.kind)
    deal.version += 1
    changed = ["stage", "stage_entered_at", "updated_at", "status", "closed_on", "realized_amount", "version"]
    deal.save(update_fields=changed)
    fields = ("id", "deal_id", "kind", "at", "by_id", "from_stage_id", "to_stage_id", "seconds")
    told = {name: getattr(event, name) for name in fields}
    told = {name: value if isinstance(value, int) else str(value) for name, value in told.items()}
    after = {"stage_id": str(stage.id), "stage_entered_at": now.isoformat()}
    common = {"at": now, "member_id": member, "request_id": uuid4().hex}
    AuditEntry.objects.bulk_create([
        AuditEntry(action="CREATE", entity="deal_event", entity_id=event.id, after=told, **common),
        AuditEntry(action="UPDATE", entity="deal", entity_id=deal.id, before=before, after=after, **common),
    ])  # fmt: skip
    rows = {"deal_event": f"C{event.id.hex}", "deal": f"U{deal.id.hex}"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT ext.tell_changes(%s)", [json.dumps({"by": member.hex, "rows": rows, "whole": []})])


schema = strawberry.Schema(Query, Mutation, extensions=[DjangoOptimizerExtension])
urlpatterns = [path("graphql", GraphQLView.as_view(schema=schema, graphql_ide=None))]
application = get_wsgi_application()
