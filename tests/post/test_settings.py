from pathlib import Path

import pytest

from saas.settings import BadSetting, read_settings


@pytest.mark.parametrize(
    "url", ["smtp://127.0.0.1:2525", "smtp+starttls://u:p@mail.test:587", "smtps://mail.test", "smtp://u:p@localhost"]
)
def test_a_mail_server_is_named_by_its_url(url: str) -> None:
    settings = read_settings({"KESHER_SMTP_URL": url})
    assert settings.smtp_url == url
    assert "u:p" not in repr(settings)


@pytest.mark.parametrize("url", ["mail.test", "http://mail.test", "smtp://", "smtp://u:p@mail.test"])
def test_one_that_makes_no_sense_or_would_tell_the_password_is_named_at_the_start(url: str) -> None:
    with pytest.raises(BadSetting, match="KESHER_SMTP_URL"):
        read_settings({"KESHER_SMTP_URL": url})


def test_mails_come_from_somebody() -> None:
    assert read_settings({"KESHER_DOMAIN": "crm.test"}).mail_from == "Kesher <kesher@crm.test>"
    assert read_settings({"KESHER_MAIL_FROM": "Acme <a@b.test>"}).mail_from == "Acme <a@b.test>"
    for wrong in ("nobody", "Acme <a@b.test>\r\nBcc: x@y.test", "@"):
        with pytest.raises(BadSetting, match="KESHER_MAIL_FROM"):
            read_settings({"KESHER_MAIL_FROM": wrong})


def test_files_are_kept_at_home_or_where_a_url_says() -> None:
    assert read_settings({"KESHER_HOME": "/data"}).files_url == Path("/data/files").as_uri()
    assert read_settings({"KESHER_FILES_URL": "s3://files"}).files_url == "s3://files"
    assert read_settings({"KESHER_FILE_LIMIT": "100"}).file_limit == 100_000_000
    for name, wrong in (("KESHER_FILES_URL", "/data"), ("KESHER_FILE_LIMIT", "0"), ("KESHER_FILE_LIMIT", "25 MB")):
        with pytest.raises(BadSetting, match=name):
            read_settings({name: wrong})
