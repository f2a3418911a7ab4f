"""`kesher`: the product in the terminal."""

import asyncio
import logging

import typer
import uvicorn
from rich.console import Console

from saas.app import create_app, product_version
from saas.commands import companies, imports, tokens
from saas.commands.ground import ground, running, told
from saas.graph.assembly import sdl
from saas.local.up import up as run_locally
from saas.settings import Mode, read_settings
from saas.worker import create_worker

app = typer.Typer(help="Kesher, a CRM for many companies.", no_args_is_help=True, pretty_exceptions_enable=False)
app.add_typer(companies.commands, name="tenant")
app.add_typer(tokens.commands, name="token")
app.command("import")(imports.bring)
app.command("import")(imports.bring)
console = Console(highlight=False)


@app.command()
def up() -> None:
    """Everything on this machine: database, demo company, web and worker, until Ctrl-C."""
    with told():
        run_locally(read_settings())


@app.command()
def serve() -> None:
    """The web server."""
    _log()
    with told(), running() as settings:
        uvicorn.run(
            create_app(settings),
            host=settings.host,
            port=settings.port,
            loop="uvloop",
            http="httptools",
            ws="none",
            access_log=False,
            log_config=None,
            server_header=False,
            proxy_headers=settings.mode is Mode.SERVER,
            timeout_graceful_shutdown=10,
        )


@app.command()
def work() -> None:
    """The worker of background jobs."""
    _log()
    with told(), running() as settings:
        worker = create_worker(settings, version=product_version())
        try:
            asyncio.run(worker.run())
        finally:
            worker.close()


@app.command()
def migrate() -> None:
    """Bring the database and every company to this version's revision."""
    with told(), ground() as here:
        console.print(f"Up to date: {here.upgraded} companies changed.")


@app.command()
def graph() -> None:
    """Print the GraphQL schema."""
    typer.echo(sdl(), nl=False)


def _log() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in ("procrastinate", "tenants"):
        logging.getLogger(name).setLevel(logging.WARNING)


if __name__ == "__main__":
    app()
