"""A browser without a screen: it keeps cookies for each host, follows redirects, and sends forms as they stand."""

import re
from dataclasses import dataclass, field
from html import unescape
from http.cookies import SimpleCookie
from urllib.parse import urljoin, urlsplit

import httpx2

from tests.edge.conftest import Site

PAGE = {"accept": "text/html"}
MOST = 20


@dataclass
class Walker:
    """`site` answers for all hosts below its domain, real servers for the rest."""

    site: Site
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    url: str = ""
    seen: list[str] = field(default_factory=list)

    def go(self, url: str, *, form: dict[str, str] | None = None, follow: bool = True) -> httpx2.Response:
        """To where the redirects end; with `follow` False to the first answer."""
        for _ in range(MOST):
            self.url = urljoin(self.url, url)
            self.seen.append(self.url)
            answer = self._ask("GET" if form is None else "POST", form)
            form = None
            if not (follow and answer.is_redirect):
                return answer
            url = answer.headers["location"]
        raise AssertionError(f"redirects without an end: {self.seen}")

    def submit(self, page: httpx2.Response, /, **values: str) -> httpx2.Response:
        """The first form of the page where the walker stands."""
        form = re.findall(r"<form.*?</form>", page.text, re.DOTALL)[0]
        found = re.search(r'action="([^"]*)"', form)
        assert found, form
        given = {
            unescape(name): unescape(value)
            for name, value in re.findall(r'<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"', form)
        }
        return self.go(unescape(found[1]), form={**given, **values})

    def link(self, answer: httpx2.Response, text: str) -> str:
        """The address of a link by its words."""
        for href, said in re.findall(r'<a[^>]*href="([^"]*)"[^>]*>(.*?)</a>', answer.text, re.DOTALL):
            if text in unescape(said):
                return unescape(href)
        raise AssertionError(f"no link {text!r} in {answer.text}")

    def refresh(self, answer: httpx2.Response) -> httpx2.Response:
        """Where a page leads by itself."""
        found = re.search(r'http-equiv="refresh" content="0;url=([^"]*)"', answer.text)
        assert found, answer.text
        return self.go(unescape(found[1]))

    def _ask(self, method: str, form: dict[str, str] | None) -> httpx2.Response:
        parts = urlsplit(self.url)
        jar = self.cookies.setdefault(parts.hostname or "", {})
        headers = dict(PAGE)
        if jar:
            headers["cookie"] = "; ".join(f"{name}={value}" for name, value in jar.items())
        if method == "POST":
            headers["origin"] = f"{parts.scheme}://{parts.netloc}"
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        if (parts.hostname or "").endswith(self.site.settings.domain):
            answer = self.site.ask(method, path or "/", host=parts.netloc, headers=headers, data=form)
        else:
            answer = httpx2.request(method, self.url, headers=headers, data=form, follow_redirects=False)
        for said in answer.headers.get_list("set-cookie"):
            for name, morsel in SimpleCookie(said).items():
                if morsel["max-age"] == "0" or not morsel.value:
                    jar.pop(name, None)
                else:
                    jar[name] = morsel.value
        return answer
