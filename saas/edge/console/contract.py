"""The platform's own graph: companies from outside, the operator's book, errands. No record of a customer is in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Final
from uuid import UUID

import strawberry
from graphql import GraphQLResolveInfo
from graphql.error import GraphQLError
from sqlalchemy import Engine
from strawberry.extensions import MaxAliasesLimiter, MaxTokensLimiter, QueryDepthLimiter, SchemaExtension
from strawberry.schema.config import StrawberryConfig
from strawberry.types import Info

from saas.console.actions import CompanyPlan, Desk
from saas.console.archives import Shelf
from saas.console.errands import find_errand, list_errands
from saas.console.queries import CompanyHealth, CompanySort, Wanted, find_tenant, list_companies
from saas.console.sessions import Admin
from saas.core.clock import Clock
from saas.core.errors import Invalid, Refusal
from saas.core.texts import tell
from saas.edge.console.archives import Archive, ImportCompanyInput, RestoreBackupInput, shown_archive
from saas.edge.console.companies import (
    Company,
    CompanyConnection,
    CompanyEdge,
    ErrandConnection,
    PageInfo,
    Teller,
    company_of,
    listed,
    shown_errand,
)
from saas.edge.console.companies import Errand as ErrandType
from saas.founding.queries import is_open
from saas.graph.trouble import told
from saas.operations.plans import Plan
from tenants.registry import TenantStatus

MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, in which language, and what is asked."""

    platform: Engine
    admin: Admin
    cells: tuple[str, ...]
    locale: str
    shelf: Shelf

    @property
    def clock(self) -> Clock:
        return self.shelf.clock

    @property
    def desk(self) -> Desk:
        return Desk(self.platform, self.admin, self.cells, self.shelf)

    @property
    def teller(self) -> Teller:
        return lambda refusal: tell(refusal, self.locale)


@strawberry.type(description="Whoever is signed in here.")
class Viewer:
    email: str
    name: str


@strawberry.type(description="What was wrong; nothing has been changed.")
class Problem:
    code: str
    message: str
    field: str | None


@strawberry.type(description="The errand that a worker now carries out, or what is to be mended.")
class ErrandPayload:
    errand: ErrandType | None
    problems: list[Problem]


@strawberry.type(description="The upload whose pieces are now taken, or what is to be mended.")
class UploadPayload:
    archive: Archive | None
    problems: list[Problem]


@strawberry.type(description="An address that opens the file once within ten minutes, or why there is none.")
class LinkPayload:
    url: str | None
    problems: list[Problem]


@strawberry.input(description="A company that is made for its owner.")
class CreateCompanyInput:
    slug: str
    name: str
    owner_email: str
    currency: str = "USD"
    locale: str = "en"
    time_zone: str = "UTC"
    reason: str


Slug = Annotated[str, strawberry.argument(description="The company's address.")]
Why = Annotated[str, strawberry.argument(description="Why; the company reads it in its own trail.")]
Behind = Annotated[bool, strawberry.argument(description="Whether it waits for a later revision than it has.")]
First = Annotated[int, strawberry.argument(description="How many, 100 at most.")]


def _asking(info: Info[Asking, None]) -> Asking:
    return info.context


def _viewer(info: Info[Asking, None]) -> Viewer:
    return Viewer(email=_asking(info).admin.email, name=_asking(info).admin.name)


def _working(info: Info[Asking, None]) -> bool:
    return is_open(_asking(info).platform, clock=_asking(info).clock)


def _cells(info: Info[Asking, None]) -> list[str]:
    return list(_asking(info).cells)


def _companies(
    info: Info[Asking, None], *, search: str | None = None, status: TenantStatus | None = None,
    cell: str | None = None, behind: Behind | None = None, health: CompanyHealth | None = None,
    plan: Plan | None = None, sort: CompanySort = CompanySort.NAME, first: First = 25, after: str | None = None,
) -> CompanyConnection:  # fmt: skip
    here = _asking(info)
    wanted = Wanted(search or "", status, cell, behind, health, plan, sort, _some(first), after)
    page = list_companies(here.platform, wanted, here.clock.now())
    edges = [
        CompanyEdge(cursor=cursor, node=listed(line)) for cursor, line in zip(page.cursors, page.lines, strict=True)
    ]
    info_ = PageInfo(has_next_page=page.has_more, end_cursor=page.cursors[-1] if page.cursors else None)
    return CompanyConnection(edges=edges, page_info=info_, total_count=page.total)


def _company(info: Info[Asking, None], slug: Slug) -> Company | None:
    here = _asking(info)
    line = find_tenant(here.platform, slug)
    return None if line is None else company_of(here.platform, line, here.teller)


def _errands(info: Info[Asking, None], first: First = 20) -> ErrandConnection:
    here = _asking(info)
    found = list_errands(here.platform, most=_some(first))
    return ErrandConnection(nodes=[shown_errand(one, here.teller) for one in found])


def _errand(info: Info[Asking, None], id: strawberry.ID) -> ErrandType | None:
    here = _asking(info)
    try:
        found = find_errand(here.platform, UUID(str(id)))
    except ValueError:
        return None
    return None if found is None else shown_errand(found, here.teller)


def _suspend_company(info: Info[Asking, None], slug: Slug, reason: Why) -> ErrandPayload:
    return _asked(info, lambda desk: desk.suspend(slug, reason))


def _resume_company(info: Info[Asking, None], slug: Slug, reason: Why) -> ErrandPayload:
    return _asked(info, lambda desk: desk.resume(slug, reason))


def _delete_company(info: Info[Asking, None], slug: Slug, reason: Why, grace_days: int | None = None) -> ErrandPayload:
    return _asked(info, lambda desk: desk.delete(slug, reason, days=grace_days))


def _restore_company(info: Info[Asking, None], slug: Slug, reason: Why) -> ErrandPayload:
    return _asked(info, lambda desk: desk.restore(slug, reason))


def _move_company(info: Info[Asking, None], slug: Slug, to: str, reason: Why) -> ErrandPayload:
    return _asked(info, lambda desk: desk.move(slug, reason, to=to))


def _confirm_move(info: Info[Asking, None], slug: Slug, reason: Why) -> ErrandPayload:
    return _asked(info, lambda desk: desk.confirm_move(slug, reason))


def _back_up_company(info: Info[Asking, None], slug: Slug, reason: Why) -> ErrandPayload:
    return _asked(info, lambda desk: desk.back_up(slug, reason))


def _create_company(info: Info[Asking, None], input: CreateCompanyInput) -> ErrandPayload:
    plan = CompanyPlan(input.slug, input.name, input.owner_email, input.currency, input.locale, input.time_zone)
    return _asked(info, lambda desk: desk.create(plan, input.reason))


def _export_company(info: Info[Asking, None], slug: Slug, reason: Why) -> ErrandPayload:
    return _asked(info, lambda desk: desk.export(slug, reason))


def _import_company(info: Info[Asking, None], input: ImportCompanyInput) -> ErrandPayload:
    upload = _id(input.upload)
    return _asked(info, lambda desk: desk.bring(upload, input.slug, input.reason, name=input.name))


def _restore_backup(info: Info[Asking, None], input: RestoreBackupInput) -> ErrandPayload:
    slug, why = input.slug, input.reason
    return _asked(info, lambda desk: desk.restore_backup(slug, why, taken_at=input.taken_at, to=input.to))


def _take_place(info: Info[Asking, None], slug: Slug, reason: Why) -> ErrandPayload:
    return _asked(info, lambda desk: desk.take_place(slug, reason))


def _rename_company(info: Info[Asking, None], slug: Slug, to: str, reason: Why) -> ErrandPayload:
    return _asked(info, lambda desk: desk.rename(slug, reason, to=to))


def _change_plan(info: Info[Asking, None], slug: Slug, plan: Plan, reason: Why) -> ErrandPayload:
    return _asked(info, lambda desk: desk.change_plan(slug, reason, plan=plan))


def _archives(info: Info[Asking, None]) -> list[Archive]:
    return [shown_archive(one) for one in _asking(info).shelf.list()]


def _begin_upload(info: Info[Asking, None], name: str, size: float) -> UploadPayload:
    here = _asking(info)
    try:
        made = here.shelf.begin_upload(here.admin, name, int(size))
    except Refusal as refusal:
        return UploadPayload(archive=None, problems=[_problem(here, refusal)])
    return UploadPayload(archive=shown_archive(made), problems=[])


def _open_archive(info: Info[Asking, None], id: strawberry.ID) -> LinkPayload:
    here = _asking(info)
    try:
        secret = here.shelf.make_link(_id(id))
    except Refusal as refusal:
        return LinkPayload(url=None, problems=[_problem(here, refusal)])
    return LinkPayload(url=f"/archives/{id}?key={secret}", problems=[])


def _discard_archive(info: Info[Asking, None], id: strawberry.ID) -> bool:
    here = _asking(info)
    here.shelf.remove(_id(id), here.admin.person_id)
    return True


@strawberry.type
class Query:
    viewer: Viewer = strawberry.field(resolver=_viewer, description="Whoever is signed in here.")
    working: bool = strawberry.field(
        resolver=_working, description="Whether a worker with the owner's rights is alive; without one errands wait."
    )
    cells: list[str] = strawberry.field(
        resolver=_cells, description="The Postgres servers that companies live in; home is the first."
    )
    companies: CompanyConnection = strawberry.field(
        resolver=_companies, description="All companies, but for those that are gone."
    )
    company: Company | None = strawberry.field(
        resolver=_company, description="One company, by its address; null where there is none."
    )
    errands: ErrandConnection = strawberry.field(
        resolver=_errands, description="What admins have asked for, the latest first; those under way before all."
    )
    errand: ErrandType | None = strawberry.field(resolver=_errand, description="One errand; null where there is none.")
    archives: list[Archive] = strawberry.field(
        resolver=_archives, description="Files that wait to be fetched or to be made a company, the latest first."
    )


@strawberry.type
class Mutation:
    suspend_company: ErrandPayload = strawberry.mutation(
        resolver=_suspend_company, description="Nobody of the company is answered until it is resumed; its data stay."
    )
    resume_company: ErrandPayload = strawberry.mutation(
        resolver=_resume_company, description="Lets a suspended company go on."
    )
    delete_company: ErrandPayload = strawberry.mutation(
        resolver=_delete_company,
        description="Nobody is answered any more; after the grace, 30 days if not said, all is gone.",
    )
    restore_company: ErrandPayload = strawberry.mutation(
        resolver=_restore_company, description="As it was before it was deleted, while the grace lasts."
    )
    move_company: ErrandPayload = strawberry.mutation(
        resolver=_move_company,
        description="To another cell, while it is used; the old copy stays until it is confirmed.",
    )
    confirm_move: ErrandPayload = strawberry.mutation(
        resolver=_confirm_move, description="Takes the old copy of a moved company away."
    )
    back_up_company: ErrandPayload = strawberry.mutation(
        resolver=_back_up_company, description="A backup at once, sealed, in each of the places."
    )
    create_company: ErrandPayload = strawberry.mutation(
        resolver=_create_company, description="Makes a company with its owner, a pipeline and reasons for losses."
    )
    export_company: ErrandPayload = strawberry.mutation(
        resolver=_export_company, description="All of a company in one sealed file, which then waits in `archives`."
    )
    import_company: ErrandPayload = strawberry.mutation(
        resolver=_import_company, description="Makes a company of a file that has arrived as a whole."
    )
    restore_backup: ErrandPayload = strawberry.mutation(
        resolver=_restore_backup, description="A suspended copy of a company as it was then, beside it."
    )
    take_place: ErrandPayload = strawberry.mutation(
        resolver=_take_place,
        description="A restored copy gets the address, status, tokens and domains of its original, which is suspended.",
    )
    rename_company: ErrandPayload = strawberry.mutation(
        resolver=_rename_company, description="Another address; links to the old one lead nowhere."
    )
    change_plan: ErrandPayload = strawberry.mutation(resolver=_change_plan, description="What it has agreed to.")
    begin_upload: UploadPayload = strawberry.mutation(
        resolver=_begin_upload, description="Of a file of so many bytes, which then comes in pieces."
    )
    open_archive: LinkPayload = strawberry.mutation(
        resolver=_open_archive, description="An export is fetched once, and is gone then."
    )
    discard_archive: bool = strawberry.mutation(resolver=_discard_archive, description="Takes such a file away.")


class Told(SchemaExtension):
    """A value that fits no column, or a database that is not there, is a refusal."""

    def resolve(self, _next: Callable[..., object], root: object, info: GraphQLResolveInfo[Asking], *args: str,
                **named: object) -> object:  # fmt: skip
        with told():
            return _next(root, info, *args, **named)


class PlatformSchema(strawberry.Schema):
    def process_errors(self, errors: list[GraphQLError], execution_context: object = None) -> None:
        """What failed is logged by the door, under the request's id."""


@cache
def schema() -> PlatformSchema:
    limits = [
        lambda: QueryDepthLimiter(max_depth=8), lambda: MaxAliasesLimiter(max_alias_count=10),
        lambda: MaxTokensLimiter(max_token_count=1000), Told,
    ]  # fmt: skip
    return PlatformSchema(Query, Mutation, extensions=limits, config=StrawberryConfig(relay_max_results=MOST))


def sdl() -> str:
    return schema().as_str() + "\n"


def _some(first: int) -> int:
    if not 1 <= first <= MOST:
        raise Invalid("BAD_FIRST", "Ask for 1 to %(most)s at a time.", "first", most=MOST)
    return first


def _asked(info: Info[Asking, None], ask: Callable[[Desk], UUID]) -> ErrandPayload:
    here = _asking(info)
    try:
        made = find_errand(here.platform, ask(here.desk))
    except Refusal as refusal:
        return ErrandPayload(errand=None, problems=[_problem(here, refusal)])
    return ErrandPayload(errand=None if made is None else shown_errand(made, here.teller), problems=[])


def _problem(here: Asking, refusal: Refusal) -> Problem:
    field = _FIELDS.get(refusal.field or "", refusal.field)
    return Problem(code=refusal.code, message=here.teller(refusal), field=field)


def _id(said: strawberry.ID) -> UUID:
    try:
        return UUID(str(said))
    except ValueError:
        raise Invalid("BAD_VALUE", "This is not valid.") from None


_FIELDS: Final = {"email": "ownerEmail"}
