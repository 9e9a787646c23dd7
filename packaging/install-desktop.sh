#!/bin/sh
# Makes Sanad known to the Linux desktop, for the current user: an entry in the menu, the icon, and the
# file type, so that a double click on a .sanad file opens it.
#
#   packaging/install-desktop.sh             install
#   packaging/install-desktop.sh --remove    take it away again
#
# SANAD_WINDOW=/path/to/sanad-window names the program; otherwise .venv/bin of this checkout, then PATH.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
checkout=$(dirname "$here")
data=${XDG_DATA_HOME:-$HOME/.local/share}
id=org.sanad.Sanad
entry=$data/applications/$id.desktop
icon=$data/icons/hicolor/scalable/apps/$id.svg
types=$data/mime/packages/$id.xml
about=$data/metainfo/$id.metainfo.xml

refresh() {
  if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
  if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications"; fi
  if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -q -t -f "$data/icons/hicolor" || true; fi
}

case "${1-}" in
  '') ;;
  --remove)
    rm -f "$entry" "$icon" "$types" "$about"
    mkdir -p "$data/applications" "$data/mime/packages"
    refresh
    echo "Removed from $data."
    exit 0 ;;
  -h | --help) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p;}' "$0"; exit 0 ;;
  *) echo "install-desktop.sh: unknown argument '$1' (try --help)" >&2; exit 2 ;;
esac

program=${SANAD_WINDOW:-$checkout/.venv/bin/sanad-window}
if [ ! -x "$program" ]; then
  program=$(command -v sanad-window) || {
    echo "install-desktop.sh: Sanad is not installed yet: run packaging/setup.sh first." >&2
    exit 1
  }
fi

mkdir -p "$(dirname "$entry")" "$(dirname "$icon")" "$(dirname "$types")" "$(dirname "$about")"
cp "$checkout/resources/icons/sanad.svg" "$icon"
cp "$here/linux/$id.xml" "$types"
cp "$here/linux/$id.metainfo.xml" "$about"
# A path in Exec is quoted, with \ " ` $ escaped, and % doubled; \ is escaped once more by the file's own rules.
quoted=$(printf '%s' "$program" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
PROGRAM=$program QUOTED=$quoted awk '
  /^Exec=/ { print "Exec=\"" ENVIRON["QUOTED"] "\" %f"; next }
  /^TryExec=/ { print "TryExec=" ENVIRON["PROGRAM"]; next }
  { print }' "$here/linux/$id.desktop" >"$entry.new"
mv "$entry.new" "$entry"
refresh
if command -v xdg-mime >/dev/null; then xdg-mime default "$id.desktop" application/x-sanad-project || true; fi
echo "Installed in $data: a double click on a .sanad file opens it in Sanad."
