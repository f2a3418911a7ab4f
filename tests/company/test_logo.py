"""A logo: drawn anew from what was given, shown to the company alone, taken away and brought back."""

import io

import pytest
from PIL import Image

from tenants.registry import Directory
from tests.company.make import look_again, profile
from tests.files.make import PAGE, SVG, Desk


def picture(form: str = "PNG", size: tuple[int, int] = (600, 300)) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, (29, 78, 216)).save(made, form)
    return made.getvalue()


def test_a_picture_is_drawn_anew_and_shown(desk: Desk, directory: Directory) -> None:
    company = desk.company
    given = picture("JPEG") + b"<script>alert(1)</script>"
    sent = desk.app.post("/company/logo", content=given, headers=desk.headers("olga"))
    assert sent.status_code == 201, sent.text
    address = sent.json()["logo"]
    assert look_again(company, directory).logo is None, "until it is said to be the company's"
    assert company.do("olga", "updateCompany", logo=address)["logo"] == address
    assert look_again(company, directory).logo == address.rpartition("/")[2]
    assert profile(company)["logo"] == address
    assert company.ask("rina", "{ me { tenant { logo } } }") == {"me": {"tenant": {"logo": address}}}
    shown = desk.app.get(address, headers=desk.headers("rina"))
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/webp")
    assert shown.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert shown.headers["x-content-type-options"] == "nosniff"
    assert b"script" not in shown.content
    with Image.open(io.BytesIO(shown.content)) as drawn:
        assert (drawn.format, drawn.size) == ("WEBP", (256, 128))


def test_it_goes_and_comes_back(desk: Desk, directory: Directory) -> None:
    company = desk.company
    address = desk.app.post("/company/logo", content=picture("WEBP"), headers=desk.headers("adam")).json()["logo"]
    company.do("adam", "updateCompany", logo=address)
    look_again(company, directory)
    gone = company.do("adam", "updateCompany", logo=None)
    assert gone["logo"] is None
    assert look_again(company, directory).logo is None
    back = company.do("adam", "updateCompany", logo=address, version=gone["version"])
    assert back["logo"] == address


@pytest.mark.parametrize(
    "given",
    [SVG, PAGE, b"GIF89a" + b"\0" * 40, picture()[:100], picture("BMP")],
    ids=["svg", "html", "gif", "cut", "bmp"],
)
def test_what_is_no_picture_is_refused(desk: Desk, given: bytes) -> None:
    state = desk.company.state()
    sent = desk.app.post("/company/logo", content=given, headers=desk.headers("olga"))
    assert sent.status_code == 422, sent.text
    assert sent.json()["errors"][0]["extensions"]["code"] == "BAD_PICTURE"
    assert desk.company.state() == state


def test_strangers_neither_set_nor_see_it(desk: Desk) -> None:
    state = desk.company.state()
    assert desk.app.post("/company/logo", content=picture(), headers=desk.headers("mona")).status_code == 403
    assert desk.company.state() == state
    host = {"host": f"{desk.company.tenant.slug}.localhost"}
    address = desk.app.post("/company/logo", content=picture(), headers=desk.headers("olga")).json()["logo"]
    assert desk.app.get(address, headers=host).status_code == 401
    assert desk.app.get("/company/logo/" + "0" * 64, headers=desk.headers("olga")).status_code == 404
    too_large = desk.app.post("/company/logo", content=b"x" * 2_000_001, headers=desk.headers("olga"))
    assert too_large.status_code == 413
