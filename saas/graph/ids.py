"""Global ids: opaque to clients, a type's name and a UUID to us.

The form is URL-safe base64 without padding of the type's name, a colon and the 16 bytes of the UUID; `sql` writes the
same form in Postgres. There `replace` takes a fifth of the time of `translate`.
"""

from base64 import urlsafe_b64encode
from binascii import a2b_base64
from uuid import UUID

NOBODY = UUID(int=0)
_UUID_BYTES = 16
_PLAIN = bytes.maketrans(b"-_", b"+/")


def encode(type_name: str, key: UUID) -> str:
    return urlsafe_b64encode(type_name.encode() + b":" + key.bytes).decode().rstrip("=")


def decode(global_id: str) -> tuple[str, UUID]:
    """The type's name and the key; a text that is no global id belongs to no type and names nobody."""
    try:
        raw = a2b_base64(global_id.encode("ascii").translate(_PLAIN) + b"=" * (-len(global_id) % 4))
    except ValueError:
        return "", NOBODY
    name, colon, key = raw[: -_UUID_BYTES - 1], raw[-_UUID_BYTES - 1 : -_UUID_BYTES], raw[-_UUID_BYTES:]
    return (name.decode(), UUID(bytes=key)) if colon == b":" and name.isalpha() else ("", NOBODY)


def key_of(type_name: str, global_id: str) -> UUID:
    """The key of an id of this type; of a foreign or broken id a key that no record has."""
    found, key = decode(global_id)
    return key if found == type_name else NOBODY


def sql(type_name: str, column: str) -> str:
    """The SQL text of a column's global id, without quotes round it."""
    prefix = (type_name + ":").encode()
    written = rf"encode('\x{prefix.hex()}'::bytea||uuid_send({column}),'base64')"
    if (len(prefix) + _UUID_BYTES) % 3:
        written = f"replace({written},'=','')"
    return f"replace(replace({written},'+','-'),'/','_')"
