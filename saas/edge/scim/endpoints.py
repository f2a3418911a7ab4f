"""What each address of SCIM answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from scim2_models import (
    Context,
    ForbiddenException,
    InvalidValueException,
    Meta,
    NotFoundException,
    NotImplementedException,
    PatchOp,
    PayloadTooLargeException,
    Resource,
    ResponseParameters,
    SearchRequest,
)

from saas.core.work import Work
from saas.edge import answers
from saas.edge.scim.call import Call, Reply
from saas.provisioning import actions
from saas.provisioning.mapping import Circle, Person, group_of, user_of
from saas.provisioning.queries import FURTHEST, Page, list_all, list_groups, list_users
from saas.provisioning.resources import CONFIG, LENIENT, PROVIDER, Group, User

LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
NOT_MODIFIED = Reply(304)
LARGEST_USER = 100_000  # bytes; a group of some thousand members needs more
_NUL = "\\u0000"  # as JSON and filters spell what no database keeps

Kept = Person | Circle
Look = Callable[[Work, "SearchRequest[Any]", str], Page]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of resource: its actions, and how a record of ours becomes it."""

    model: "type[Resource[Any]]"
    asked: "type[SearchRequest[Any]]"
    shaped: "type[ResponseParameters[Any]]"
    patched: "type[PatchOp[Any]]"  # refuses to be asked for Any at run time
    find: Callable[[Work, str], Kept]
    create: Callable[..., Kept]
    replace: Callable[..., Kept]
    patch: Callable[..., Kept]
    delete: Callable[..., None]
    search: Look


@cache
def kinds() -> Mapping[str, Kind]:
    """Made when a directory first asks: to work out their shapes takes pydantic a tenth of a start."""
    return {
        "Users": Kind(
            User, SearchRequest[User], ResponseParameters[User], PatchOp[User],
            actions.get_user, actions.create_user, actions.replace_user, actions.patch_user, actions.delete_user,
            list_users,
        ),
        "Groups": Kind(
            Group, SearchRequest[Group], ResponseParameters[Group], PatchOp[Group],
            actions.get_group, actions.create_group, actions.replace_group, actions.patch_group,
            actions.delete_group, list_groups,
        ),
    }  # fmt: skip


def answer(call: Call) -> Reply:
    """Raises SCIM's own exceptions, pydantic's and our refusals."""
    if call.path[:1] == ("Users",) and len(call.body) > LARGEST_USER:
        raise PayloadTooLargeException(detail=f"A user is told in {LARGEST_USER} bytes at most.")
    if _NUL.encode() in call.body or any(nul in said for said in call.query.values() for nul in (_NUL, "\0")):
        raise InvalidValueException(detail="A text holds a character that cannot be kept.")
    match call.path:
        case (("Users" | "Groups") as name,):
            return _collection(call, kinds()[name])
        case (("Users" | "Groups") as name, ".search"):
            return _search(call, kinds()[name].search, kinds()[name].asked)
        case (("Users" | "Groups") as name, id):
            return _one(call, kinds()[name], id)
        case (".search",):
            return _search(call, list_all, SearchRequest[User | Group])
        case ("ServiceProviderConfig" | "ResourceTypes" | "Schemas", *_):
            return _discovery(call)
        case ("Me" | "Bulk", *_):
            raise NotImplementedException
        case _:
            raise NotFoundException


def _collection(call: Call, kind: Kind) -> Reply:
    if call.method == "GET":
        return _listed(call, kind.asked.model_validate(dict(call.query), scim_policy=LENIENT), kind.search)
    if call.method != "POST":
        raise answers.NO_SUCH_METHOD
    told = kind.model.model_validate(call.json(), scim_ctx=Context.RESOURCE_CREATION_REQUEST, scim_policy=LENIENT)
    with call.opener() as work:
        return _shown(call, kind, kind.create(work, told), created=True)


def _search(call: Call, look: Look, asked: "type[SearchRequest[Any]]") -> Reply:
    if call.method != "POST":
        raise answers.NO_SUCH_METHOD
    return _listed(call, asked.model_validate(call.json(), scim_policy=LENIENT), look)


def _one(call: Call, kind: Kind, id: str) -> Reply:
    with call.opener() as work:
        match call.method:
            case "GET":
                return _shown(call, kind, kind.find(work, id))
            case "PUT":
                told = kind.model.model_validate(
                    call.json(), scim_ctx=Context.RESOURCE_REPLACEMENT_REQUEST, scim_policy=LENIENT
                )
                return _shown(call, kind, kind.replace(work, id, told, etag=call.expected, base=call.base))
            case "PATCH":
                patch = kind.patched.model_validate(
                    call.json(), scim_ctx=Context.RESOURCE_PATCH_REQUEST, scim_policy=LENIENT
                )
                return _shown(call, kind, kind.patch(work, id, patch, etag=call.expected, base=call.base))
            case "DELETE":
                kind.delete(work, id, etag=call.expected)
                return Reply(204)
            case _:
                raise answers.NO_SUCH_METHOD


def _shown(call: Call, kind: Kind, kept: Kept, *, created: bool = False) -> Reply:
    if call.method == "GET" and kept.etag.encode() in call.headers.get(b"if-none-match", b"").split(b", "):
        return NOT_MODIFIED
    resource = user_of(kept, call.base) if isinstance(kept, Person) else group_of(kept, call.base)
    asked = kind.shaped.model_validate(dict(call.query), scim_policy=LENIENT)
    body = resource.model_dump(scim_ctx=Context.RESOURCE_QUERY_RESPONSE, response_parameters=asked)
    headers = {"etag": kept.etag}
    if created:
        headers["location"] = str(resource.meta.location) if resource.meta else ""
    return Reply(201 if created else 200, body, headers)


def _listed(call: Call, search: "SearchRequest[Any]", look: Look) -> Reply:
    with call.opener() as work:
        total, page = look(work, search, call.base)
    return _list(
        (one.model_dump(scim_ctx=Context.RESOURCE_QUERY_RESPONSE, response_parameters=search) for one in page),
        total=total, start=min(search.start_index or 1, FURTHEST),
    )  # fmt: skip


def _list(resources: Iterable[dict[str, object]], *, total: int, start: int = 1) -> Reply:
    shown = list(resources)
    body = {
        "schemas": [LIST], "totalResults": total, "startIndex": start, "itemsPerPage": len(shown), "Resources": shown,
    }  # fmt: skip
    return Reply(200, body)


def _discovery(call: Call) -> Reply:
    """What we are and know: the same for all companies, but for the addresses."""
    if call.method != "GET":
        raise answers.NO_SUCH_METHOD
    name, *rest = call.path
    known = {"ServiceProviderConfig": [CONFIG], "ResourceTypes": PROVIDER.resource_types, "Schemas": PROVIDER.schemas}
    if name == "ServiceProviderConfig" and not rest:
        return Reply(200, _described(CONFIG, f"{call.base}/{name}"))
    found = {str(one.id): _described(one, f"{call.base}/{name}/{one.id}") for one in known[name] if one.id}
    if not rest:
        if "filter" in call.query:
            raise ForbiddenException(detail="This cannot be filtered.")
        return _list(found.values(), total=len(found))
    if len(rest) > 1 or rest[0] not in found:
        raise NotFoundException
    return Reply(200, found[rest[0]])


def _described(resource: Resource[Any], location: str) -> dict[str, object]:
    kind = type(resource).__name__
    told = resource.model_copy(update={"meta": Meta(resource_type=kind, location=location)})
    return told.model_dump(scim_ctx=Context.RESOURCE_QUERY_RESPONSE)
