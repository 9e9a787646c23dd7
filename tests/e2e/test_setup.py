"""packaging/setup.sh, with the interpreter, pip and the system's tools replaced by recorders."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the set-up script is tried on Linux")

# Stands for an interpreter. `-m venv` makes an environment that holds this same script.
PYTHON = """#!/bin/sh
echo "python $*" >>"$CALLS"
case "$1 ${2-}" in
  "-m venv") mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
  "-m pip") [ "${FAIL-}" != pip ] ;;
  "-c "*) ;;
  *) exec "$REAL_PYTHON" "$@" ;;
esac
"""
RECORDER = '#!/bin/sh\necho "${0##*/} $*" >>"$CALLS"\n'


def executable(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


class Checkout:
    def __init__(self, folder: Path) -> None:
        self.root = folder / "checkout"
        self.tools = folder / "tools"
        self.calls = folder / "calls"
        self.environment = {
            "PATH": f"{self.tools}:/usr/bin:/bin",
            "CALLS": str(self.calls),
            "REAL_PYTHON": sys.executable,
            "HOME": str(folder),
        }
        (self.root / "packaging").mkdir(parents=True)
        self.tools.mkdir()
        shutil.copy2(ROOT / "packaging/setup.sh", self.root / "packaging")
        for name in ("pyproject.toml", "packaging/requirements.lock", "packaging/requirements-dev.lock"):
            (self.root / name).write_text(name)
        for name in ("apt-get", "dpkg", "Xvfb", "make"):
            executable(self.tools / name, RECORDER)
        executable(self.tools / "apt-cache", "#!/bin/sh\nexit 100\n")
        executable(self.tools / "python3", PYTHON)
        self.be_user(0)
        self.have_libraries()

    def be_user(self, number: int) -> None:
        executable(self.tools / "id", f"#!/bin/sh\necho {number}\n")

    def have_libraries(self, *, but: str = "") -> None:
        script = (ROOT / "packaging/setup.sh").read_text()
        lines = [line.split()[0] for line in script.splitlines() if line.startswith("lib") and ".so." in line]
        assert len(lines) > 20
        listing = "".join(f"\t{name} (libc6,x86-64) => /lib/{name}\n" for name in lines if name != but)
        executable(self.tools / "ldconfig", f"#!/bin/sh\ncat <<'END'\n{listing}END\n")

    def setup(self, *arguments: str, fails: str = "") -> subprocess.CompletedProcess[str]:
        """Run it; its calls are those of this run alone."""
        self.calls.write_text("")
        return subprocess.run(
            ["packaging/setup.sh", *arguments],
            cwd=self.root,
            env=self.environment | {"FAIL": fails},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    def called(self, beginning: str) -> list[str]:
        return [call for call in self.calls.read_text().splitlines() if call.startswith(beginning)]

    def installed_from(self) -> list[str]:
        return [call.split()[-1] for call in self.called("python -m pip") if "--require-hashes" in call]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_installs_from_the_lock_with_hashes(checkout: Checkout) -> None:
    done = checkout.setup()
    assert done.returncode == 0, done.stderr
    assert checkout.installed_from() == ["packaging/requirements.lock"]
    (ours,) = (call for call in checkout.called("python -m pip") if call.endswith("-e ."))
    assert "--no-deps --no-build-isolation" in ours
    assert not checkout.called("apt-get")


def test_quick_and_silent_when_nothing_is_missing(checkout: Checkout) -> None:
    checkout.setup("--dev")
    again = checkout.setup("--dev")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert not checkout.called("python -m")
    assert not checkout.called("apt-get")


def test_an_environment_for_development_stays_one(checkout: Checkout) -> None:
    checkout.setup()
    checkout.setup("--dev")
    assert checkout.installed_from() == ["packaging/requirements-dev.lock"]
    checkout.setup()
    assert checkout.installed_from() == []
    (checkout.root / "packaging/requirements.lock").write_text("newer")
    checkout.setup()
    assert checkout.installed_from() == ["packaging/requirements-dev.lock"]


@pytest.mark.parametrize(
    "name", ["pyproject.toml", "packaging/requirements.lock", "packaging/requirements-dev.lock"]
)
def test_brought_up_to_date_when_what_it_was_made_from_changes(checkout: Checkout, name: str) -> None:
    checkout.setup()
    (checkout.root / name).write_text("newer")
    assert checkout.setup().returncode == 0
    assert checkout.installed_from()
    assert not checkout.called("python -m venv")


def test_built_again_after_an_interrupted_run(checkout: Checkout) -> None:
    assert checkout.setup(fails="pip").returncode == 1
    (checkout.root / ".venv/half").touch()
    done = checkout.setup()
    assert done.returncode == 0
    assert "building it again" in done.stderr
    assert not (checkout.root / ".venv/half").exists()
    assert checkout.setup().stderr == ""


def test_built_again_when_its_interpreter_is_gone(checkout: Checkout) -> None:
    checkout.setup()
    (checkout.root / ".venv/bin/python").unlink()
    assert checkout.setup().returncode == 0
    assert checkout.called("python -m venv")


def test_built_again_in_a_moved_checkout(checkout: Checkout) -> None:
    checkout.setup()
    checkout.root = checkout.root.rename(checkout.root.with_name("moved"))
    assert checkout.setup().returncode == 0
    assert checkout.called("python -m venv")


def test_waits_for_a_set_up_at_work(checkout: Checkout) -> None:
    checkout.setup()
    running = checkout.root / ".venv/.sanad-running"
    other = subprocess.Popen(["/bin/sh", "-c", f"sleep 1.2; rm '{running}' # setup.sh"])
    running.write_text(f"{other.pid}\n")
    done = checkout.setup()
    other.wait()
    assert done.returncode == 0
    assert "waiting" in done.stderr
    assert checkout.installed_from() == []


def test_as_root_installs_a_missing_library(checkout: Checkout) -> None:
    checkout.have_libraries(but="libGL.so.1")
    assert checkout.setup().returncode == 0
    update, install = checkout.called("apt-get")
    assert update.endswith("update")
    assert install.endswith("install -y --no-install-recommends libgl1")


def test_without_root_names_the_missing_library_and_goes_on(checkout: Checkout) -> None:
    checkout.be_user(1000)
    checkout.have_libraries(but="libGL.so.1")
    done = checkout.setup()
    assert done.returncode == 0
    assert "sudo apt-get install libgl1\n" in done.stderr
    assert not checkout.called("apt-get")


def test_without_a_python_says_what_to_install(checkout: Checkout) -> None:
    checkout.be_user(1000)
    for minor in (11, 12, 13, 14):
        executable(checkout.tools / f"python3.{minor}", "#!/bin/sh\nexit 1\n")
    executable(checkout.tools / "python3", "#!/bin/sh\nexit 1\n")
    done = checkout.setup()
    assert done.returncode == 1
    assert "Python 3.11 to 3.14" in done.stderr
    assert "python3-venv" in done.stderr


def test_an_unknown_argument_changes_nothing(checkout: Checkout) -> None:
    assert checkout.setup("--frobnicate").returncode == 2
    assert not (checkout.root / ".venv").exists()


def test_help(checkout: Checkout) -> None:
    assert "packaging/setup.sh --dev" in checkout.setup("--help").stdout


def test_no_index_or_host_in_the_lock_files() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / "packaging" / name).read_text()
        assert "://" not in text
        assert "--index" not in text
        assert "--hash=sha256:" in text
        assert "hatchling==" in text


def test_scripts_can_be_executed() -> None:
    for name in ("packaging/setup.sh", "packaging/install-desktop.sh", ".ci/run"):
        assert os.access(ROOT / name, os.X_OK), name
