"""The providers of captchas that a form can ask beside its own puzzle: they differ by addresses and names alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from saas.sources.model import Captcha


@dataclass(frozen=True, slots=True)
class Provider:
    """`script` runs on the page and draws into an element of the class `box`; `verify` is told the token, which the
    page sends as `token`. `frames`, `scripts` and `styles` are what the page must allow for it.
    """

    script: str
    verify: str
    token: str
    box: str
    frames: Sequence[str]
    scripts: Sequence[str]
    styles: Sequence[str] = ()
    unseen: bool = False

    def script_url(self, base: str | None, site_key: str) -> str:
        address = moved(self.script, base)
        return f"{address}?render={site_key}" if self.unseen else address


@dataclass(frozen=True, slots=True)
class Asked:
    """A provider as one source asks him: the key of its form, and what we show to him."""

    kind: Captcha
    site_key: str
    base: str | None
    secret: str = field(repr=False)

    @property
    def provider(self) -> Provider:
        return PROVIDERS[self.kind]

    @property
    def script(self) -> str:
        return self.provider.script_url(self.base, self.site_key)

    @property
    def told(self) -> dict[str, object]:
        """What a form of one's own needs to know."""
        return {"provider": self.kind, "siteKey": self.site_key, "script": self.script, "field": self.provider.token}


def moved(url: str, base: str | None) -> str:
    """The same path at another place, where the settings name one."""
    return url if base is None else f"{base}/{url.partition('://')[2].partition('/')[2]}"


_GOOGLE = ("https://www.google.com/recaptcha/", "https://recaptcha.google.com/recaptcha/")
_GOOGLES = ("https://www.google.com/recaptcha/", "https://www.gstatic.com/recaptcha/")
_HCAPTCHA = ("https://hcaptcha.com", "https://*.hcaptcha.com")
_CHECK = "https://www.google.com/recaptcha/api/siteverify"
PROVIDERS: Mapping[Captcha, Provider] = {
    Captcha.TURNSTILE: Provider(
        "https://challenges.cloudflare.com/turnstile/v0/api.js",
        "https://challenges.cloudflare.com/turnstile/v0/siteverify", "cf-turnstile-response", "cf-turnstile",
        ("https://challenges.cloudflare.com",), ("https://challenges.cloudflare.com",),
    ),
    Captcha.HCAPTCHA: Provider(
        "https://js.hcaptcha.com/1/api.js", "https://api.hcaptcha.com/siteverify", "h-captcha-response", "h-captcha",
        _HCAPTCHA, _HCAPTCHA, _HCAPTCHA,
    ),
    Captcha.RECAPTCHA: Provider(
        "https://www.google.com/recaptcha/api.js", _CHECK, "g-recaptcha-response", "g-recaptcha", _GOOGLE, _GOOGLES,
    ),
    Captcha.RECAPTCHA_SCORE: Provider(
        "https://www.google.com/recaptcha/api.js", _CHECK, "g-recaptcha-response", "", _GOOGLE, _GOOGLES, unseen=True,
    ),
}  # fmt: skip
