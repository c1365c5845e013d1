"""The recipes of docs/hosting: programs take them, and real servers serve a whole site by them."""

import http.client
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from generator.commands import main
from generator.publish.links import find_links
from tests.publish.servers import free_port, run_server
from tests.sites_for_tests import SAMPLE, SMALL

RECIPES = SAMPLE / "docs" / "hosting"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
CADDY = shutil.which("caddy")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, built and published into a folder."""
    folder = tmp_path_factory.mktemp("served")
    www = folder / "www"
    build = ["build", "--site", str(SMALL), "--output", str(folder / "output"), "--no-posters"]
    assert main([*build, "--today", "2026-03-02"]) in (0, 3)
    where = ["--site", str(SMALL), "--output", str(folder / "output")]
    assert main(["publish", str(www), *where]) == 0
    (www / ".env").write_text("secret")
    for each in (folder, *folder.parents):
        if each != Path("/tmp") and os.access(each, os.W_OK) and each.is_relative_to("/tmp"):  # noqa: S108
            each.chmod(0o755)
    return www


@contextmanager
def serve_by_nginx(www: Path, folder: Path) -> Iterator[int]:
    if not NGINX:
        pytest.skip("needs nginx")
    port = free_port()
    recipe = (RECIPES / "nginx.conf").read_text("utf-8")
    recipe = recipe.replace("listen 80;", f"listen 127.0.0.1:{port};")
    recipe = recipe.replace("    listen [::]:80;\n", "").replace("/var/www/board", str(www))
    (folder / "board.conf").write_text(recipe, "utf-8")
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    frame = f"""daemon off; pid {folder}/pid; error_log stderr warn;
events {{ worker_connections 64; }}
http {{ access_log off; {temporary} include {folder}/board.conf; }}
"""
    (folder / "nginx.conf").write_text(frame, "utf-8")
    command = [NGINX, "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    assert "warn" not in tested.stderr
    with run_server(command, port, folder / "log"):
        yield port


@contextmanager
def serve_by_caddy(www: Path, folder: Path) -> Iterator[int]:
    if not CADDY:
        pytest.skip("needs caddy")
    port = free_port()
    recipe = (RECIPES / "Caddyfile").read_text("utf-8")
    recipe = re.sub(r"^board\.example", f"http://127.0.0.1:{port}", recipe, flags=re.MULTILINE)
    recipe = "{\n\tadmin off\n}\n" + recipe.replace("/var/www/board", str(www))
    (folder / "Caddyfile").write_text(recipe, "utf-8")
    config = ["--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    tested = subprocess.run(
        [CADDY, "validate", *config], capture_output=True, text=True, check=False,
        env={**os.environ, **home},
    )  # fmt: skip
    assert tested.returncode == 0, tested.stderr
    with run_server([CADDY, "run", *config], port, folder / "log", home):
        yield port


SERVERS = {"nginx": serve_by_nginx, "caddy": serve_by_caddy}


class Visitor:
    """Asks one server over one connection."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)

    def ask(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        self._connection.request("GET", f"/{path}", headers=headers)
        answer = self._connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, found, answer.read()

    def close(self) -> None:
        self._connection.close()


@pytest.fixture(scope="module", params=SERVERS)
def visitor(
    request: pytest.FixtureRequest, published: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visitor]:
    folder = tmp_path_factory.mktemp(request.param)
    with SERVERS[request.param](published, folder) as port:
        visitor = Visitor(port)
        yield visitor
        visitor.close()


def test_a_crawl_finds_no_broken_link(visitor: Visitor, published: Path) -> None:
    pages = {p.relative_to(published).as_posix() for p in published.rglob("*.html")}
    waiting, seen = set(pages), set[str]()
    while waiting:
        path = waiting.pop()
        seen.add(path)
        status, _, data = visitor.ask(path)
        assert status == 200, path
        assert data == (published / path).read_bytes(), path
        if path.endswith(".html"):
            waiting |= find_links(path, data) - seen
    assert len(seen) > len(pages) > 50


def test_headers(visitor: Visitor, published: Path) -> None:
    kinds = {
        "index.html": "text/html",
        "assets/site.css": "text/css",
        next(p for p in published.rglob("*.ics")).relative_to(published).as_posix(): (
            "text/calendar"
        ),
        "manifest.webmanifest": "application/manifest+json",
    }
    for path, kind in kinds.items():
        status, headers, _ = visitor.ask(path)
        assert status == 200, path
        assert headers["content-type"].startswith(kind), path
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-cache"
        assert "frame-ancestors 'self'" in headers["content-security-policy"]
        assert "utf-8" in headers["content-type"].lower() or "manifest" in kind
    (published / "pictures").mkdir(exist_ok=True)
    (published / "pictures" / "0123456789abcdef-480.webp").write_bytes(b"RIFF")
    _, headers, _ = visitor.ask("pictures/0123456789abcdef-480.webp")
    assert "immutable" in headers["cache-control"]
    assert headers["content-type"] == "image/webp"
    _, headers, data = visitor.ask("index.html", **{"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip"
    assert len(data) < (published / "index.html").stat().st_size


def test_what_is_not_there_and_what_is_not_for_readers(visitor: Visitor, published: Path) -> None:
    own = (published / "404.html").read_bytes()
    for path in ("nowhere.html", ".env", ".linli-published.json", "a/.git/config"):
        status, headers, data = visitor.ask(path)
        assert (status, data) == (404, own), path
        assert headers["x-content-type-options"] == "nosniff"


def test_short_addresses_need_no_file_name(visitor: Visitor, published: Path) -> None:
    code = next((published / "x").iterdir()).name
    status, _, data = visitor.ask(f"x/{code}/")
    assert (status, data) == (200, (published / "x" / code / "index.html").read_bytes())


# Recipes for machines that build ---------------------------------------------------------------


@pytest.mark.parametrize("name", ["github.yml", "gitlab-ci.yml", "gitee-go.yml"])
def test_pipelines_are_yaml_and_publish(name: str) -> None:
    text = (RECIPES / name).read_text("utf-8")
    assert yaml.safe_load(text)
    assert "python3 run.py build || [ $? -eq 3 ]\n" in text
    assert text.rstrip().endswith(("python3 run.py publish", "$CI_DEFAULT_BRANCH"))
    shell = re.findall(r"(?:printf|eval|mkdir) .*", text)
    for line in shell:
        assert subprocess.run(["sh", "-n", "-c", line], check=False).returncode == 0, line


def test_github_publishes_what_is_on_main_and_checks_the_rest() -> None:
    jobs = yaml.safe_load((RECIPES / "github.yml").read_text("utf-8"))["jobs"]
    assert jobs["check"]["if"] == "github.event_name == 'pull_request'"
    assert jobs["publish"]["if"] == "github.event_name != 'pull_request'"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for name in ("linli-board.service", "linli-board.timer"):
        text = (RECIPES / name).read_text("utf-8").replace("User=linli\n", "")
        (tmp_path / name).write_text(text.replace("/srv/linli/board", str(tmp_path)), "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "./linli-board.service", "./linli-board.timer"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert [line for line in done.stderr.splitlines() if "linli" in line] == []


def test_the_image_has_what_run_py_installs() -> None:
    """The Dockerfile's packages are those of Debian that posters need."""
    text = (RECIPES / "Dockerfile").read_text("utf-8")
    for package in ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-noto-cjk"):
        assert package in text
        assert package in (SAMPLE / "run.py").read_text("utf-8")
