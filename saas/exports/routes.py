"""The file of an export."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from saas.core.routes import Route
from saas.core.work import Opener
from saas.exports import actions
from saas.exports.model import ExportFormat
from saas.graph.ids import key_of

TYPES = {
    ExportFormat.CSV: "text/csv; charset=utf-8",
    ExportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def download(opener: Opener, request: Request) -> Response:
    """Never kept by a browser: the next who sits there may be somebody else."""
    with opener() as work:
        export, content = actions.get_file(work, key_of("Export", request.path_params["id"]))
        kind = ExportFormat(export.format)
        name = quote(f"{export.name}.{kind.value.lower()}", safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}", "Cache-Control": "no-store"}
    return Response(content, media_type=TYPES[kind], headers=headers)


ROUTES = [Route("GET", "/exports/{id}/file", download)]
