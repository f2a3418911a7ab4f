"""What a browser installs: the company's own app, by its name, in its language and direction."""

import orjson

from saas.core.texts import direction
from tenants.registry import Tenant

PATH = "/manifest.webmanifest"
KIND = "application/manifest+json; charset=utf-8"
_ACCENT = "#1f5fd0"
_GROUND = "#f6f6f4"
_SHORT_NAME = 12  # letters that a home screen shows


def manifest_of(company: Tenant) -> bytes:
    """No secret: the company's page for signing in says the same."""
    return orjson.dumps(
        {
            "id": "/",
            "name": company.name,
            "short_name": company.name if len(company.name) <= _SHORT_NAME else company.slug,
            "lang": company.locale,
            "dir": direction(company.locale),
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "theme_color": _ACCENT,
            "background_color": _GROUND,
            "icons": [
                {"src": "/icon.svg", "sizes": "any", "type": "image/svg+xml"},
                {"src": "/icon-192.png", "sizes": "192x192", "type": "image/png"},
                {"src": "/icon-512.png", "sizes": "512x512", "type": "image/png"},
                {"src": "/icon-maskable-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
            ],
        }
    )
