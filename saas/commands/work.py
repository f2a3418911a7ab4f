"""`kesher work`: the worker of background jobs."""

import asyncio

import typer

from saas.commands.ground import log_to_terminal, running, told
from saas.commands.lasting import lasting
from saas.settings import product_version
from saas.worker import create_worker

commands = typer.Typer(add_completion=False)


@commands.command()
def work() -> None:
    """The worker of background jobs."""
    log_to_terminal()
    with told(), running() as settings:
        with lasting():
            worker = create_worker(settings, version=product_version())
        try:
            asyncio.run(worker.run())
        finally:
            worker.close()
