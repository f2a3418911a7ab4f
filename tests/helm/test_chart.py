import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

CHART = Path(__file__).resolve().parents[2] / "helm"
KUBERNETES = "1.35"
EVERYTHING = (
    "--set=image.digest=sha256:" + "a" * 64,
    "--set=ingress.className=nginx",
    "--set=ingress.tlsSecret=wildcard",
    "--set=ingress.annotations.a/b=c",
    "--set=image.pullSecrets={registry}",
    "--set=env.KESHER_LOG_LEVEL=debug",
    "--set=secrets.variables=kesher-variables",
    "--set=backup.places={s3://one/crm?region=x,s3://two}",
    "--set=nodeSelector.disk=fast",
    "--set=tolerations[0].key=spot,tolerations[0].operator=Exists",
)

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def run(helm: Path) -> Run:
    def call(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([helm, *words], capture_output=True, text=True, check=False)

    return call


def test_the_chart_passes_helms_own_lint(run: Run) -> None:
    done = run("lint", "--strict", str(CHART))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 chart(s) linted, 0 chart(s) failed" in done.stdout


@pytest.mark.parametrize("settings", [(), EVERYTHING, ("--set=ingress.enabled=false",)], ids=["plain", "all", "bare"])
def test_every_manifest_is_valid_in_strict_mode(run: Run, settings: tuple[str, ...]) -> None:
    found = list(manifests(run, *settings))
    for manifest in found:
        kubernetes_validate.validate(manifest, KUBERNETES, strict=True)
    kinds = {"Deployment", "Ingress", "Job", "PodDisruptionBudget", "Service", "CronJob"}
    missing = {"Ingress"} if "--set=ingress.enabled=false" in settings else set()
    missing |= set() if settings == EVERYTHING else {"CronJob"}
    assert {m["kind"] for m in found} == kinds - missing


def test_strict_validation_would_catch_a_wrong_manifest() -> None:
    wrong = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "x"}, "spec": {"replicas": "two"}}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(wrong, KUBERNETES, strict=True)


def test_no_pod_runs_as_root_or_writes_its_image_or_holds_a_cluster_token(run: Run) -> None:
    pods = [
        manifest["spec"]["template"]["spec"] for manifest in manifests(run) if manifest["kind"] in ("Deployment", "Job")
    ]
    assert len(pods) == 3
    for pod in pods:
        (container,) = pod["containers"]
        assert pod["securityContext"]["runAsNonRoot"] is True
        assert pod["automountServiceAccountToken"] is False
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert container["resources"]["limits"]["memory"]


def test_each_role_gets_only_its_own_database_url(run: Run) -> None:
    urls = {
        container["name"]: {
            e["name"]: e["valueFrom"]["secretKeyRef"]["key"] for e in container["env"] if "valueFrom" in e
        }
        for manifest in manifests(run)
        if manifest["kind"] in ("Deployment", "Job")
        for container in manifest["spec"]["template"]["spec"]["containers"]
    }
    assert urls["web"] == {"KESHER_WEB_DATABASE_URL": "web"}
    assert urls["worker"] == {"KESHER_WORK_DATABASE_URL": "work"}
    assert urls["migrate"] == {
        "DATABASE_URL": "admin",
        "KESHER_MIGRATE_DATABASE_URL": "migrate",
        "KESHER_WEB_DATABASE_URL": "web",
        "KESHER_WORK_DATABASE_URL": "work",
    }


def test_a_worker_makes_companies_only_where_people_may_sign_up(run: Run) -> None:
    (worker,) = [
        container
        for manifest in manifests(run, "--set=worker.signUp=true")
        if manifest["kind"] == "Deployment"
        for container in manifest["spec"]["template"]["spec"]["containers"]
        if container["name"] == "worker"
    ]
    urls = {e["name"]: e["valueFrom"]["secretKeyRef"]["key"] for e in worker["env"] if "valueFrom" in e}
    assert urls == {"KESHER_WORK_DATABASE_URL": "work", "KESHER_MIGRATE_DATABASE_URL": "migrate"}


def test_secrets_of_signing_in_are_for_web_and_worker(run: Run) -> None:
    found = {
        container["name"]: container.get("envFrom")
        for manifest in manifests(run, "--set=secrets.variables=kesher-variables")
        if manifest["kind"] in ("Deployment", "Job")
        for container in manifest["spec"]["template"]["spec"]["containers"]
    }
    given = [{"secretRef": {"name": "kesher-variables"}}]
    assert found == {"web": given, "worker": given, "migrate": None}


def test_the_migration_is_a_hook_before_install_and_upgrade(run: Run) -> None:
    (job,) = [manifest for manifest in manifests(run) if manifest["kind"] == "Job"]
    assert job["metadata"]["annotations"]["helm.sh/hook"] == "pre-install,pre-upgrade"
    assert job["spec"]["template"]["spec"]["containers"][0]["command"] == ["kesher", "migrate"]


def test_backups_go_to_every_place_with_the_secret_that_seals(run: Run) -> None:
    (backup,) = [one for one in manifests(run, *EVERYTHING) if one["kind"] == "CronJob"]
    (container,) = backup["spec"]["jobTemplate"]["spec"]["template"]["spec"]["containers"]
    assert {e["name"]: e.get("value") for e in container["env"]}["KESHER_BACKUPS"] == "s3://one/crm?region=x s3://two"
    assert container["envFrom"] == [{"secretRef": {"name": "kesher-variables"}}]
    refused = run("template", "release", str(CHART), "--set=backup.places={s3://one}")
    assert refused.returncode != 0
    assert "KESHER_SECRET_KEY" in refused.stderr


def test_the_web_pods_are_asked_for_their_health(run: Run) -> None:
    (web,) = [
        manifest
        for manifest in manifests(run)
        if manifest["metadata"]["name"] == "release-web" and manifest["kind"] == "Deployment"
    ]
    container = web["spec"]["template"]["spec"]["containers"][0]
    assert container["readinessProbe"]["httpGet"] == {"path": "/healthz", "port": "http"}
    assert container["startupProbe"]["httpGet"] == {"path": "/healthz", "port": "http"}


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("web.replicas=two", "at '/web/replicas': got string, want integer"),
        ("web.replicas=0", "at '/web/replicas': minimum: got 0, want 1"),
        ("web.replica=3", "at '/web': additional properties 'replica' not allowed"),
        ("domain=localhost", "at '/domain'"),
        ("image.digest=latest", "at '/image/digest'"),
        ("env.lower=x", "invalid propertyName 'lower'"),
        ("service.port=70000", "at '/service/port': maximum"),
    ],
)
def test_a_wrong_value_is_refused_by_name(run: Run, setting: str, said: str) -> None:
    done = run("template", "release", str(CHART), f"--set={setting}")
    assert done.returncode != 0
    assert said in done.stderr


def manifests(run: Run, *settings: str) -> Iterator[dict[str, Any]]:
    done = run("template", "release", str(CHART), *settings)
    assert done.returncode == 0, done.stderr
    return (document for document in yaml.safe_load_all(done.stdout) if document)
