"""Places in the list of companies, as a page hands them out and takes them back."""

import base64
from typing import Final
from uuid import UUID

import orjson

from saas.core.errors import Invalid

NOWHERE: Final = Invalid("BAD_CURSOR", "This is no place in this list.", "after")


def written_cursor(value: object, id: UUID) -> str:
    return base64.urlsafe_b64encode(orjson.dumps([value, str(id)])).decode()


def read_cursor(cursor: str) -> tuple[str, UUID]:
    try:
        value, id_ = orjson.loads(base64.urlsafe_b64decode(cursor))
        return str(value), UUID(str(id_))
    except ValueError:
        raise NOWHERE from None
