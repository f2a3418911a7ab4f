"""Who may see and change attachments: who may see and change the record that they hang on.

Content without a name is nobody's: it is reached through an attachment that the member sees.
"""

from typing import cast

from sqlalchemy import ColumnElement, and_, inspect, or_, select, true
from sqlalchemy.orm import aliased

from saas.core import policy
from saas.core.model import Model
from saas.core.policy import Seen
from saas.core.principal import Who
from saas.core.rights import models
from saas.files.model import Attachment, StoredFile


def _of_their_records(who: Who, seen: Seen) -> ColumnElement[bool]:
    attachment = cast("type[Attachment]", seen)
    return or_(*(_of(who, attachment, model) for model in models().values()))


def _of(who: Who, attachment: type[Attachment], model: type[Model]) -> ColumnElement[bool]:
    above = aliased(model)
    key = getattr(above, inspect(model).primary_key[0].name)
    allowed = and_(true(), policy.visible(who, above), policy.live(above))
    there = select(key).where(key == attachment.about_id, allowed).correlate(attachment).exists()
    return and_(attachment.about_type == model.__name__, there)


def _through_attachments(who: Who, seen: Seen) -> ColumnElement[bool]:
    file, attachment = cast("type[StoredFile]", seen), aliased(Attachment)
    named = select(attachment.id).where(attachment.file_id == file.id, _of_their_records(who, attachment))
    return named.correlate(file).exists()


VISIBLE = {Attachment: _of_their_records, StoredFile: _through_attachments}
