#!/bin/sh
# Makes a checkout ready: system libraries where they are missing, then .venv from the lock file.
# Safe to run at any time, also after an interrupted run. When nothing is missing it says nothing.
#
#   packaging/setup.sh          what the program needs
#   packaging/setup.sh --dev    and what tests and checks need
#
# SANAD_PYTHON=/path/to/python chooses the interpreter. pip's own configuration is respected.
set -eu

python_min=11  # 3.11
python_max=14  # 3.14
mode=run
case "${1-}" in
  '') ;;
  --dev) mode=dev ;;
  -h | --help) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p;}' "$0"; exit 0 ;;
  *) echo "setup.sh: unknown argument '$1' (try --help)" >&2; exit 2 ;;
esac

cd "$(dirname "$0")/.."
root=$(pwd -P)
venv=.venv
stamp=$venv/.sanad-ready      # mode, fingerprint, checkout, Python version; written last
running=$venv/.sanad-running  # process id of the set-up at work; left behind by an interrupted one

say() { printf '%s\n' "$*" >&2; }
die() { say "setup.sh: $*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# ---- system libraries --------------------------------------------------------------------------

# Shared libraries that the Qt wheels expect from a Linux system, with Debian's package for each.
qt_libraries='
libglib-2.0.so.0 libglib2.0-0
libgthread-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libEGL.so.1 libegl1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libxkbcommon.so.0 libxkbcommon0
libX11.so.6 libx11-6
libX11-xcb.so.1 libx11-xcb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
'
fedora='python3 glib2 libglvnd-glx libglvnd-egl dbus-libs fontconfig freetype libX11 libX11-xcb libxcb
  libxkbcommon libxkbcommon-x11 xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms
  xcb-util-renderutil libwayland-client libwayland-cursor libwayland-egl'
arch='python glib2 libglvnd dbus fontconfig freetype2 libx11 libxcb libxkbcommon libxkbcommon-x11
  xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil wayland'
suse='python311 libglib-2_0-0 libgthread-2_0-0 libglvnd libdbus-1-3 libfontconfig1 libfreetype6 libX11-6
  libX11-xcb1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
  libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1
  libwayland-client0 libwayland-cursor0 libwayland-egl1'

missing_packages() {  # Debian's names for what is not there, one a line
  [ "$(uname -s)" = Linux ] || return 0
  if have ldconfig; then known=$(ldconfig -p)
  elif [ -x /sbin/ldconfig ]; then known=$(/sbin/ldconfig -p)
  else known=; fi
  if [ -n "$known" ]; then
    printf '%s\n' "$qt_libraries" | while read -r library package; do
      case "$known" in
        *"	$library "*) ;;
        *) [ -z "$library" ] || echo "$package" ;;
      esac
    done
  fi
  if [ "$mode" = dev ] && [ -z "$ready" ]; then
    have Xvfb || echo xvfb
    have make || echo make
  fi
}

updated=
apt() {  # apt PACKAGE...: installs them, or says why not and returns 1
  if ! have apt-get; then return 1; fi
  if [ "$(id -u)" = 0 ]; then as_root=
  elif have sudo && [ -t 0 ] && [ -t 2 ]; then as_root=sudo
  else return 1; fi
  say "Installing with apt-get: $*"
  if [ -z "$updated" ]; then
    $as_root apt-get -qq update </dev/null || say "apt-get update failed; going on with the lists at hand."
    updated=yes
  fi
  get="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120"
  if $get install -y --no-install-recommends "$@" </dev/null >/dev/null; then return 0; fi
  $as_root dpkg --configure -a </dev/null >&2 || return 1  # what an interrupted installation left behind
  $get install -y --no-install-recommends "$@" </dev/null >/dev/null
}

# shellcheck disable=SC2086  # the lists are printed on one line
ask_for() {  # ask_for PACKAGE...: which command installs these here (the names are Debian's)
  if have apt-get; then say "  sudo apt-get install $*"
  elif have dnf; then say "  sudo dnf install" $fedora
  elif have pacman; then say "  sudo pacman -S --needed" $arch
  elif have zypper; then say "  sudo zypper install" $suse
  else say "  (Debian's names) $*"; fi
}

install_libraries() {
  # shellcheck disable=SC2046  # one word for each package is what is meant
  set -- $(missing_packages | sort -u)
  [ $# -gt 0 ] || return 0
  if apt "$@"; then return 0; fi
  say "These system packages are missing, and they cannot be installed from here:"
  ask_for "$@"
  say "Going on without them; this may still work."
}

# ---- Python ------------------------------------------------------------------------------------

fits() { "$1" -I -c "import sys; sys.exit(not (3, $python_min) <= sys.version_info[:2] <= (3, $python_max))" 2>/dev/null; }
makes_venvs() { "$1" -I -c 'import ensurepip, venv' 2>/dev/null; }

candidates() {
  echo python3
  minor=$python_max
  while [ "$minor" -ge "$python_min" ]; do echo "python3.$minor"; minor=$((minor - 1)); done
}

find_python() {  # sets $python; prefers one that can make virtual environments
  python=
  if [ -n "${SANAD_PYTHON-}" ]; then
    fits "$SANAD_PYTHON" || die "SANAD_PYTHON ($SANAD_PYTHON) is not a Python 3.$python_min to 3.$python_max."
    python=$SANAD_PYTHON
    return 0
  fi
  for candidate in $(candidates); do
    if have "$candidate" && fits "$candidate"; then
      if makes_venvs "$candidate"; then python=$candidate; return 0; fi
      python=${python:-$candidate}
    fi
  done
  [ -n "$python" ]
}

no_python() {
  say "setup.sh: Sanad needs Python 3.$python_min to 3.$python_max, and there is none on PATH. Install one:"
  if [ "$(uname -s)" = Darwin ]; then say "  brew install python@3.13      (or the installer from python.org)"
  elif have apt-get; then say "  sudo apt-get install python3 python3-venv      (Ubuntu 22.04: python3.11 python3.11-venv)"
  elif have dnf; then say "  sudo dnf install python3.12"
  elif have pacman; then say "  sudo pacman -S python"
  elif have zypper; then say "  sudo zypper install python312"
  else say "  from your system's packages, or from python.org"; fi
  exit 1
}

ensure_python() {
  if ! find_python; then
    apt python3 python3-venv || true
    if ! find_python && have apt-cache; then
      for candidate in $(candidates); do
        if apt-cache show "$candidate-venv" >/dev/null 2>&1 && apt "$candidate" "$candidate-venv"; then break; fi
      done
    fi
    find_python || no_python
  fi
  if ! makes_venvs "$python"; then
    version=$("$python" -I -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if ! apt "python$version-venv"; then
      say "setup.sh: $python cannot make virtual environments. Install its venv package:"
      ask_for "python$version-venv"
      exit 1
    fi
    find_python
    makes_venvs "$python" || die "$python still cannot make virtual environments."
  fi
}

# ---- the environment ---------------------------------------------------------------------------

digest() { if have sha256sum; then sha256sum; else shasum -a 256; fi; }
fingerprint() { cat pyproject.toml packaging/requirements.lock packaging/requirements-dev.lock packaging/setup.sh | digest | cut -c1-64; }
python_version() { "$venv/bin/python" -I -S -c 'import sys; print(sys.version.split()[0])' 2>/dev/null; }

read_stamp() {
  done_mode='' done_print='' done_root='' done_version=''
  if [ -f "$stamp" ]; then
    { IFS= read -r done_mode && IFS= read -r done_print && IFS= read -r done_root && IFS= read -r done_version; } <"$stamp" || true
  fi
}

is_ready() {
  [ ! -e "$running" ] && [ "$done_print" = "$print" ] && [ "$done_root" = "$root" ] \
    && { [ "$done_mode" = dev ] || [ "$done_mode" = "$mode" ]; } \
    && [ -n "$done_version" ] && [ "$(python_version)" = "$done_version" ]
}

at_work() {  # is another set-up of this checkout at work?
  [ -f "$running" ] && read -r other <"$running" && kill -0 "$other" 2>/dev/null \
    && { [ ! -r "/proc/$other/cmdline" ] || grep -q setup.sh "/proc/$other/cmdline"; }
}

wait_for_other() {
  waited=0
  while at_work; do
    [ $waited -gt 0 ] || say "Another set-up of this checkout is at work (process $other); waiting for it."
    waited=$((waited + 1))
    [ $waited -lt 900 ] || die "process $other has not finished in 15 minutes. Stop it, then run this again."
    sleep 1
  done
}

is_sound() {  # can the environment that is there be brought up to date?
  [ ! -e "$running" ] && { [ -z "$done_root" ] || [ "$done_root" = "$root" ]; } \
    && [ -x "$venv/bin/python" ] && fits "$venv/bin/python" \
    && "$venv/bin/python" -m pip --version >/dev/null 2>&1
}

build() {
  if [ -e "$venv" ] && ! is_sound; then
    say "The environment in $venv is unfinished, moved or broken; building it again."
    rm -rf "$venv"
  fi
  mkdir -p "$venv"
  (set -C; echo $$ >"$running") 2>/dev/null || die "another set-up has just started; run this again."
  rm -f "$stamp"
  if [ ! -x "$venv/bin/python" ]; then
    ensure_python
    say "Making $venv with $("$python" --version 2>&1) ..."
    "$python" -m venv "$venv"
  fi
  if [ "$mode" = dev ]; then lock=packaging/requirements-dev.lock; else lock=packaging/requirements.lock; fi
  say "Installing the packages of $lock (Qt is large: the first time takes a minute or so) ..."
  pip="$venv/bin/python -m pip --disable-pip-version-check --no-input --quiet"
  $pip install --require-hashes -r $lock || die "the Python packages could not be installed (see above). Run this again once that is mended.
On Linux Qt's packages need glibc 2.34 or newer on x86_64 (Debian 12, Ubuntu 22.04), 2.39 on ARM (Debian 13, Ubuntu 24.04)."
  $pip install --no-deps --no-build-isolation -e . || die "Sanad itself could not be installed (see above)."
  if ! problem=$(QT_QPA_PLATFORM=offscreen "$venv/bin/python" -c 'from PySide6.QtWidgets import QApplication; QApplication([])' 2>&1); then
    say "$problem"
    die "Qt does not start: a system library is missing, see the packages named above."
  fi
  version=$(python_version)
  printf '%s\n' "$mode" "$print" "$root" "$version" >"$stamp.new"
  mv "$stamp.new" "$stamp"
  rm -f "$running"
  say "Sanad is ready in $venv (Python $version)."
}

case "$(uname -s)" in
  MINGW* | MSYS* | CYGWIN*) die "on Windows use pipx or uv instead: 'pipx install .' in this folder (see README.md)." ;;
esac

print=$(fingerprint)
wait_for_other
read_stamp
if is_ready; then ready=yes; else ready=; fi
install_libraries
if [ -n "$ready" ]; then exit 0; fi
if [ "$done_mode" = dev ]; then mode=dev; fi  # an environment for development stays one
build
