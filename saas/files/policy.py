"""Who may see and change attachments: who may see and change the record that they hang on.

Content without a name is nobody's: it is reached through an attachment that the member sees.
"""

from typing import cast

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import aliased

from saas.core.policy import Seen, about
from saas.core.principal import Who
from saas.core.rights import models
from saas.files.model import Attachment, StoredFile


def _of_their_records(who: Who, seen: Seen) -> ColumnElement[bool]:
    return about(who, seen, models().values())


def _through_attachments(who: Who, seen: Seen) -> ColumnElement[bool]:
    file, attachment = cast("type[StoredFile]", seen), aliased(Attachment)
    named = select(attachment.id).where(attachment.file_id == file.id, _of_their_records(who, attachment))
    return named.correlate(file).exists()


VISIBLE = {Attachment: _of_their_records, StoredFile: _through_attachments}
