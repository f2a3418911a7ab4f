"""`kesher serve`: the web server."""

import typer
import uvicorn

from saas.app import create_app
from saas.commands.ground import log_to_terminal, running, told
from saas.commands.lasting import lasting
from saas.edge.live.socket import LARGEST
from saas.settings import Mode

commands = typer.Typer(add_completion=False)
GRACE_SECONDS = 10


@commands.command()
def serve() -> None:
    """The web server."""
    log_to_terminal()
    with told(), running() as settings:
        with lasting():
            app = create_app(settings)
        uvicorn.run(
            app,
            host=settings.host,
            port=settings.port,
            loop="uvloop",
            http="httptools",
            ws="websockets-sansio",
            ws_max_size=LARGEST,
            access_log=False,
            log_config=None,
            server_header=False,
            proxy_headers=settings.mode is Mode.SERVER,
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
