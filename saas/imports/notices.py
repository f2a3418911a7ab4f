"""What members are told of imports: their own ones come to an end."""

from collections.abc import Iterable
from typing import cast

from saas.core.notices import Mailing, Notice, Told
from saas.core.texts import later
from saas.core.work import Work
from saas.imports.events import ImportFinished
from saas.imports.model import Import


def _finished(work: Work, event: object) -> Iterable[Told]:
    ended = cast(ImportFinished, event)
    run = work.find(Import, ended.import_id)
    if run is not None:
        done, stopped = later("The import %(name)s is done."), later("The import %(name)s stopped before its end.")
        yield Told(run.by_id, run.id, stopped if ended.failed else done, {"name": run.name})


NOTICES = [
    Notice(
        "imports.finished", later("An import of mine has ended"), ImportFinished, Import, "/imports/%s", _finished,
        mail=Mailing.NEVER, own=True,
    )
]  # fmt: skip
