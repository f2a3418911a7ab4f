"""Finds out who asks: the company by its host, the member by a credential, and that the two belong together."""

from asyncio import Future, ensure_future, shield
from dataclasses import dataclass, field

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.types import Scope

from saas.edge import answers
from saas.edge.asking import Credential, Headers, credential_of, headers_of, slug_of
from saas.identity.credentials import COOKIE, SECURE_COOKIE
from saas.identity.known import Known
from saas.identity.recognition import Recognition
from saas.identity.sessions import LONGEST
from tenants.registry import Directory, Tenant
from tenants.revisions import serves

RENEWAL = "session_renewal"  # the key in a request's scope under which its answer finds the cookie to be set


@dataclass(frozen=True, slots=True)
class Reception:
    """What is known costs no wait; what is not is asked for in a thread, once for all who wait for it."""

    recognition: Recognition
    directory: Directory
    domain: str
    limiter: CapacityLimiter
    secure: bool = False
    asking: dict[Credential, Future[Known | None]] = field(default_factory=dict)

    def slug(self, headers: Headers) -> str | None:
        return slug_of(headers.get(b"host", b""), self.domain)

    def credential(self, headers: Headers) -> Credential | None:
        return credential_of(headers, cookie=self._cookie)

    def keep(self, secret: str) -> str:
        """The `Set-Cookie` of a company's session: for this host alone, unread by scripts."""
        return self._set(secret, int(LONGEST.total_seconds()))

    def drop(self) -> str:
        """The `Set-Cookie` that takes it away."""
        return self._set('""', 0)

    def renewal(self, known: Known) -> str | None:
        """The `Set-Cookie` of a session that has got a new secret."""
        return None if known.renewed is None else self.keep(known.renewed)

    def _set(self, value: str, seconds: int) -> str:
        secure = "; Secure" if self.secure else ""
        return f"{self._cookie}={value}; HttpOnly; Max-Age={seconds}; Path=/; SameSite=lax{secure}"

    @property
    def _cookie(self) -> str:
        """With https a browser takes `__Host-` only from this very host and for all its paths."""
        return SECURE_COOKIE if self.secure else COOKIE

    async def welcome(self, scope: Scope) -> Known:
        """Like `receive`, and sees to it that the answer brings the session's new secret."""
        known = await self.receive(headers_of(scope))
        scope[RENEWAL] = self.renewal(known)
        return known

    async def receive(self, headers: Headers, credential: Credential | None = None) -> Known:
        """Raises Unanswered: no company, an unknown or suspended one, no credential, or one of another company.

        A token names its company, so one that nobody knows is what is wrong, wherever it was sent. Whoever has read the
        `credential` already says so.
        """
        credential = credential or self.credential(headers)
        if credential is None:
            raise await self._why_not(self.slug(headers))
        known = self.recognition.recall(credential.secret, session=credential.session)
        if known is None:
            known = await self.find(credential)
        return await self._fitting(known, credential, self.slug(headers))

    async def look(self, headers: Headers) -> Known:
        """Like `receive`, of a connection whose answer can set no cookie: a session keeps its secret."""
        credential = self.credential(headers)
        if credential is None:
            raise await self._why_not(self.slug(headers))
        return await self._fitting(await self.look_at(credential), credential, self.slug(headers))

    async def look_at(self, credential: Credential) -> Known | None:
        """See `Recognition.look`."""
        return await run_sync(
            lambda: self.recognition.look(credential.secret, session=credential.session), limiter=self.limiter
        )

    async def _fitting(self, known: Known | None, credential: Credential, slug: str | None) -> Known:
        if known is None:
            why = await self._why_not(slug)
            raise why if credential.session or why is not answers.NO_TENANT else answers.UNAUTHENTICATED
        if slug is not None and slug != known.tenant.slug:
            raise answers.UNKNOWN_TENANT if await self.tenant(slug) is None else answers.WRONG_TENANT
        answers.check_open(known.tenant)
        if not serves(known.tenant.version):
            raise answers.TENANT_BEHIND
        return known

    async def find(self, credential: Credential) -> Known | None:
        asked = self.asking.get(credential)
        if asked is None:
            asked = self.asking[credential] = ensure_future(self._ask(credential))
            asked.add_done_callback(lambda _done: self.asking.pop(credential, None))
        return await shield(asked)

    async def _ask(self, credential: Credential) -> Known | None:
        return await run_sync(
            lambda: self.recognition.recognise(credential.secret, session=credential.session), limiter=self.limiter
        )

    async def tenant(self, slug: str) -> Tenant | None:
        return await run_sync(self.directory.find_by_slug, slug, limiter=self.limiter)

    async def _why_not(self, slug: str | None) -> answers.Unanswered:
        if slug is None:
            return answers.NO_TENANT
        tenant = await self.tenant(slug)
        if tenant is None:
            return answers.UNKNOWN_TENANT
        answers.check_open(tenant)
        return answers.UNAUTHENTICATED
