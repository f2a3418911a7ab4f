"""A company to import into, and what its tables hold."""

from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from saas.core.model import Model
from saas.core.principal import Principal
from saas.core.rights import Role
from saas.core.work import Opener
from saas.imports import actions
from saas.imports.actions import Upload
from saas.imports.model import Import
from saas.imports.traces import undoable
from saas.members.actions import MemberDraft, add_member
from saas.members.model import MemberStatus
from saas.pipelines.actions import DEFAULT_STAGES, create_pipeline
from tenants.engine import Lanes
from tenants.registry import Tenant

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "crm_sales_opportunities"


def found_company(lanes: Lanes, tenant: Tenant) -> Opener:
    """With an owner, who acts, and the pipeline that every company begins with."""
    system = Opener(lanes, tenant, Principal(None, Role.OWNER, "Kesher", "en", "UTC", "test"))
    with system() as work:
        draft = MemberDraft("Olga Owner", "owner@maven.test", Role.OWNER, status=MemberStatus.ACTIVE)
        owner = add_member(work, draft)
        create_pipeline(work, "Sales", DEFAULT_STAGES)
        work.flush()
        member_id = owner.id
    return acting(system, member_id, Role.OWNER)


def acting(opener: Opener, member_id: UUID | None, role: Role) -> Opener:
    who = Principal(member_id, role, "Somebody", "en", "UTC", "test")
    return Opener(opener.lanes, opener.tenant, who, opener.clock)


def upload(opener: Opener, *files: tuple[str, str | bytes]) -> UUID:
    uploads = [Upload(name, text.encode() if isinstance(text, str) else text) for name, text in files]
    with opener() as work:
        return actions.upload_files(work, uploads).id


def run(opener: Opener, import_id: UUID) -> Import:
    with opener() as work:
        actions.start_import(work, import_id)
    actions.run_import(opener, import_id)
    return look(opener, import_id)


def bring(opener: Opener, *files: tuple[str, str | bytes]) -> Import:
    """Uploads and runs."""
    return run(opener, upload(opener, *files))


def undo(opener: Opener, import_id: UUID) -> Import:
    with opener() as work:
        actions.start_undo(work, import_id)
    actions.undo_import(opener, import_id)
    return look(opener, import_id)


def look(opener: Opener, import_id: UUID) -> Import:
    with opener() as work:
        return work.get(Import, import_id)


def contents(opener: Opener) -> dict[str, list[tuple[object, ...]]]:
    """Every living row of every table that an import writes, without what tells of its last change."""
    found: dict[str, list[tuple[object, ...]]] = {}
    with opener() as work:
        for name, model in sorted(undoable().items()):
            found[name] = sorted(rows_of(work.all(select(model).where(work.visible(model)))), key=str)
    return found


def rows_of(records: list[Model]) -> list[tuple[object, ...]]:
    left_out = {"version", "updated_at", "search_text"}
    return [
        tuple(getattr(record, column.key) for column in record.__table__.columns if column.key not in left_out)
        for record in records
    ]


def real_files() -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in sorted(REAL.glob("*.csv"))]
