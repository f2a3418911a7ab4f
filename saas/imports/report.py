"""The report of an import as plain data: what the terminal prints and a test compares."""

from collections.abc import Sequence
from dataclasses import dataclass

from saas.imports.model import Import, ImportFile, ImportNote, ImportRefusal


@dataclass(frozen=True, slots=True)
class Report:
    """`notes` in their order; `refusals` the first of them, `refused` how many there are."""

    run: Import
    files: Sequence[ImportFile]
    notes: Sequence[ImportNote]
    refusals: Sequence[ImportRefusal]

    @property
    def refused(self) -> int:
        return sum(file.refused for file in self.files)
