"""The doors of imports that are not the graph: files go in by a form's post, refused rows come out as CSV."""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from saas.core.routes import Route
from saas.core.work import Opener
from saas.graph.ids import encode, key_of
from saas.imports import actions
from saas.imports.actions import Upload
from saas.imports.reading import MAX_BYTES

_FORM = 1024 * 1024


async def upload(opener: Opener, request: Request) -> Response:
    """Field `files`, once for each file -> 201 and the import's global id."""
    async with request.form(max_files=actions.MAX_FILES, max_fields=actions.MAX_FILES) as form:
        files = [part for part in form.getlist("files") if isinstance(part, UploadFile)]
        uploads = [Upload(file.filename or "file.csv", await file.read()) for file in files]
    import_id = await run_in_threadpool(_keep, opener, uploads)
    return JSONResponse({"id": import_id}, status_code=201)


def download_refused(opener: Opener, request: Request) -> Response:
    """The refused rows as they were, each with its reason."""
    with opener() as work:
        text = actions.list_refused(work, key_of("Import", request.path_params["id"]))
    disposition = 'attachment; filename="refused.csv"'
    return Response(text, media_type="text/csv; charset=utf-8", headers={"Content-Disposition": disposition})


def _keep(opener: Opener, uploads: list[Upload]) -> str:
    with opener() as work:
        return encode("Import", actions.upload_files(work, uploads).id)


ROUTES = [
    Route("POST", "/imports", upload, limit=MAX_BYTES + _FORM),
    Route("GET", "/imports/{id}/refused.csv", download_refused),
]
