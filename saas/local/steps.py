"""What a start is doing, step by step with times: live in a terminal, plain lines elsewhere."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn


class Steps:
    """Steps may run side by side; each tells what it does now through the function it is given."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._lock = threading.Lock()
        self._live = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._live.stop()

    @contextmanager
    def step(self, name: str) -> Iterator["Step"]:
        began = time.monotonic()
        task = self._live.add_task(f"[bold]{name}[/]", total=None)
        step = Step(name, self._live, task)
        try:
            yield step
        finally:
            self._live.remove_task(task)
        with self._lock:
            note = f" [dim]{step.note}[/]" if step.note else ""
            self._console.print(f"[green]✓[/] {name}{note} [dim]{time.monotonic() - began:.1f} s[/]", highlight=False)


class Step:
    """One running step; calling it says what it does now, `note` stays beside its name when it is done."""

    def __init__(self, name: str, live: Progress, task: TaskID) -> None:
        self.note = ""
        self._name, self._live, self._task = name, live, task

    def __call__(self, doing: str) -> None:
        self._live.update(self._task, description=f"[bold]{self._name}[/] [dim]{doing}[/]")
