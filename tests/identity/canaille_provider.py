"""Canaille as a process, with one person and one client: a second identity provider, by other people than the first.

python canaille_provider.py PORT REDIRECT EMAIL
"""

import sys

from canaille import create_app
from canaille.app import models
from canaille.backends import Backend
from joserfc.jwk import RSAKey

PASSWORD = "correct horse battery"
SECRET = "a-secret-of-a-client"


def main(port: int, redirect: str, email: str) -> None:
    key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
    address = f"http://127.0.0.1:{port}"
    config = {
        "SECRET_KEY": "tests",
        "SERVER_NAME": f"127.0.0.1:{port}",
        "PREFERRED_URL_SCHEME": "http",
        "CANAILLE": {"DATABASE": "memory", "NAME": "Canaille", "CAPTCHA_ENABLED": False, "LANGUAGE": "en"},
        "CANAILLE_OIDC": {"ACTIVE_JWKS": [key.as_dict(private=True)], "ENABLE_OIDC": True},
    }
    app = create_app(config)
    with app.app_context():
        backend = Backend.instance
        user = models.User(
            user_name="dana", formatted_name="Dana Levi", given_name="Dana", family_name="Levi", emails=[email],
            password=PASSWORD,
        )  # fmt: skip
        client = models.Client(
            client_id="kesher", client_secret=SECRET, client_name="Kesher", redirect_uris=[redirect],
            token_endpoint_auth_method="client_secret_basic", grant_types=["authorization_code"],
            response_types=["code"], scope=["openid", "email", "profile"], client_uri=address,
        )  # fmt: skip
        backend.save(user)
        backend.save(client)
        client.audience = [client]
        backend.save(client)
    app.run("127.0.0.1", port, debug=False, threaded=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
