"""The ids that records were given, beside the ids that the plan had for them."""

from collections.abc import Mapping
from uuid import UUID


class Ids:
    """The ids that records were given, by the ids that the plan had for them."""

    def __init__(self) -> None:
        self._real: dict[UUID, UUID] = {}

    def copy(self) -> "Ids":
        """What a transaction adds to a copy is forgotten with it if it fails."""
        copied = Ids()
        copied._real = dict(self._real)
        return copied

    def put(self, planned: UUID, real: UUID) -> None:
        self._real[planned] = real

    def real(self, planned: object) -> UUID:
        if not isinstance(planned, UUID):
            raise TypeError(f"{planned!r} is no id")
        return self._real.get(planned, planned)

    def resolve(self, values: Mapping[str, object]) -> dict[str, object]:
        """Every id among the values as it really is."""
        return {name: self.real(value) if isinstance(value, UUID) else value for name, value in values.items()}
