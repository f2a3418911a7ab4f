"""What a cookie vouches for is done for a page of ours alone: no stranger's page can forge a request."""

from saas.edge import answers
from saas.edge.asking import Headers, is_own

PREFLIGHT = b"graphql-require-preflight"
"""A browser sends such a header to a page's own host, or to another once that has allowed it; ours never does."""


def check_forgery(headers: Headers, *, form: bool = False, tokens: bool = True) -> None:
    """Raises Unanswered. A token is no cookie, and nothing else is asked of it; a `form` can send no header.

    Where no `tokens` are taken an authorization says nothing: a browser sends those of a proxy by itself.
    """
    if tokens and b"authorization" in headers:
        return
    if not is_own(headers):
        raise answers.FOREIGN_ORIGIN
    if not form and not headers.get(PREFLIGHT):
        raise answers.NO_PREFLIGHT
