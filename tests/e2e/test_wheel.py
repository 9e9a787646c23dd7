"""The wheel, installed away from the checkout, has its data with it and does a reviewer's whole work."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = [
    *sorted(p.relative_to(ROOT) for p in (ROOT / "resources").rglob("*") if p.is_file()),
    *sorted(p.relative_to(ROOT) for p in (ROOT / "seeds").rglob("*") if p.is_file()),
]


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV_"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=inherited | {"PYTHONUTF8": "1"} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed") / "site"
    options = ["--no-deps", "--no-index", "--no-compile", "--quiet", "--disable-pip-version-check"]
    run(sys.executable, "-m", "pip", "install", *options, "--target", folder, wheel, cwd=folder.parent)
    return folder


class Installed:
    """Runs the installed program in a folder of its own."""

    def __init__(self, site: Path, cwd: Path) -> None:
        self.site, self.cwd = site, cwd
        self.path = os.pathsep.join([str(site), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
        self.home = cwd / "home"
        self.home.mkdir()

    def python(self, *arguments: str | Path) -> str:
        return run(
            sys.executable,
            "-S",  # no .pth files: an editable install of the checkout cannot stand in for the wheel
            *arguments,
            cwd=self.cwd,
            PYTHONPATH=self.path,
            QT_QPA_PLATFORM="offscreen",
            HOME=str(self.home),
            XDG_CONFIG_HOME=str(self.home / "config"),
            XDG_DATA_HOME=str(self.home / "data"),
        ).stdout

    def sanad(self, *arguments: str | Path) -> str:
        return self.python("-m", "annotator", *arguments)


@pytest.fixture
def installed(site: Path, tmp_path: Path) -> Installed:
    return Installed(site, tmp_path)


def test_the_installed_package_is_the_one_that_runs(installed: Installed) -> None:
    where = installed.python("-c", "import annotator; print(annotator.__file__)").strip()
    assert Path(where).is_relative_to(installed.site)


def test_every_resource_and_seed_is_in_the_wheel(installed: Installed) -> None:
    script = "from annotator.resources import RESOURCES, SEEDS; print(RESOURCES, SEEDS, sep='\\n')"
    resources, seeds = map(Path, installed.python("-c", script).splitlines())
    assert resources.is_relative_to(installed.site)
    assert seeds.is_relative_to(installed.site)
    assert len(SHIPPED) > 10
    for name in SHIPPED:
        base = resources.parent if name.parts[0] == "resources" else seeds.parent
        assert (base / name).read_bytes() == (ROOT / name).read_bytes(), name


def test_the_wheel_holds_the_package_and_nothing_else(site: Path) -> None:
    names = {p.name for p in site.iterdir()} - {"bin", "Scripts"}
    assert {name for name in names if not name.endswith(".dist-info")} == {"annotator"}


def test_version(installed: Installed) -> None:
    version = installed.python("-c", "import annotator; print(annotator.__version__)").strip()
    assert version in installed.sanad("--version")


def test_from_text_files_to_gold(installed: Installed) -> None:
    articles = sorted(ROOT.glob("seeds/*.txt"))
    project = installed.cwd / "press.sanad"
    gold = installed.cwd / "gold"

    installed.sanad("new", project, *articles, "--reviewer", "R")
    assert json.loads(installed.sanad("info", project, "--json"))
    installed.sanad("export", project, "-o", gold)
    installed.sanad("check", project)

    texts = {article.read_bytes().decode() for article in articles}
    lines = (gold / "gold.jsonl").read_text("utf-8").split("\n")
    assert {json.loads(line)["text"] for line in lines if line} <= texts
    assert (gold / "manifest.json").is_file()
