"""What a message says, in whatever way it was written."""

from email.message import EmailMessage
from random import Random

from saas.mailboxes.letter import LONGEST_TEXT, read
from tests.mailboxes.make import letter

HTML = (
    "<html><head><title>no</title><style>p{}</style></head><body><p>שלום <b>דנה</b>,</p><script>x()</script>"
    "<div>10 &lt; 20&nbsp;&amp; more<br>bye</div><!-- no --></body></html>"
)


def test_html_alone_is_read_as_a_reader_sees_it() -> None:
    message = EmailMessage()
    message["From"] = "dana@levi.test"
    message.set_content(HTML, subtype="html", charset="windows-1255")
    assert read(message.as_bytes()).text == "שלום דנה ,\n\n10 < 20 & more\nbye"


def test_plain_text_comes_first_and_attachments_are_named() -> None:
    message = EmailMessage()
    message["From"] = "Form <noreply@site.test>"
    message["Reply-To"] = '"לוי, דנה" <dana@levi.test>'
    message.set_content("plain")
    message.add_alternative(HTML, subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="הצעה.pdf")
    found = read(message.as_bytes())
    assert (found.name, found.address, found.text) == ("לוי, דנה", "dana@levi.test", "plain")
    assert found.attachments == ("הצעה.pdf",)
    assert found.id.startswith("sha256:")


def test_charsets_of_all_sorts() -> None:
    def written(charset: bytes, said: bytes) -> str:
        return read(b"From: a@b.test\r\nContent-Type: text/plain; charset=" + charset + b"\r\n\r\n" + said).text

    hebrew = "שלום"
    assert written(b"iso-8859-8-i", hebrew.encode("iso-8859-8")) == hebrew
    assert written(b"windows-1255", hebrew.encode("cp1255")) == hebrew
    assert written(b"x-unknown", hebrew.encode()) == hebrew
    assert written(b"us-ascii", hebrew.encode("cp1255")) == hebrew
    assert written(b"utf-8", b"a\0b\x01c") == "abc"
    assert len(written(b"utf-8", b"x" * 20_000)) == LONGEST_TEXT + 1


def test_no_noise_breaks_it() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "דנה <dana@levi.test>", "שלום " * 30
    message.set_content(HTML, subtype="html", cte="base64")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="ש.png")
    wholes, dice = (message.as_bytes(), letter("1", "x" * 100)), Random(5)
    for n in range(600):
        noise = bytearray(wholes[n % 2])
        for _ in range(dice.randint(1, 12)):
            place = dice.randrange(len(noise))
            noise[place : place + dice.randint(0, 3)] = dice.choice(
                (b"", b"=?", b"?=", b"\r\n", b"<", b'"', b"\xff", b";", b"&#", b"*=", b"(", b"<![")
            )
        found = read(bytes(noise))
        assert 0 < len(found.id) <= 200
    for odd in (
        b"",
        b"\0",
        b"\r\n\r\n",
        b"From:",
        b"From: a@b\r\nContent-Type: multipart/mixed\r\n\r\nx",
        b"\xff" * 100,
    ):
        assert read(odd).text is not None
