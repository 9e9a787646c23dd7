"""The translations of the window: complete, current, compiled.

    check_translations.py            fail if anything is missing, stale or not compiled
    check_translations.py --update   collect the strings, keep what is translated, compile

lupdate finds what stands in ``self.tr("…")`` and ``QT_TRANSLATE_NOOP``. Four kinds of strings live where Qt
is not known: errors with the phrases in them, findings, the titles of settings, the names of transactions.
They are collected here and handed to lupdate beside the sources. The English file holds plural forms only.
"""

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from annotator.core import lint  # noqa: E402
from annotator.core.edits import NAMES  # noqa: E402
from annotator.settings import SETTINGS  # noqa: E402
from annotator.store.check import RULES as CHECKS  # noqa: E402

PACKAGE = ROOT / "annotator"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"ar": (), "en": ("-pluralonly",)}
_TOOLS = Path(sys.executable).parent
_PLACEHOLDER = re.compile(r"\{[a-z_]+[^}]*\}|%n")

_MAKERS = ("UserError", "Phrase", "Worded", "explained")
"""Called with a sentence; so are the classes made from these."""
_TELLERS = ("warn", "reduced")
"""Methods of a draft, called with a sentence."""

Key = tuple[str, str, bool]
"""Context, source, whether it has plural forms."""


def main() -> int:
    """Check or update; the exit code."""
    update = sys.argv[1:] == ["--update"]
    problems: list[str] = [*unseen()]
    with tempfile.TemporaryDirectory() as folder:
        elsewhere = Path(folder) / "elsewhere.py"
        elsewhere.write_text("".join(lines_for_lupdate()), encoding="utf-8")
        for language, options in LANGUAGES.items():
            kept = FOLDER / f"sanad_{language}.ts"
            fresh = kept if update else Path(folder) / kept.name
            if not update and kept.exists():
                fresh.write_bytes(kept.read_bytes())
            collect(fresh, language, options, elsewhere)
            if update:
                release(kept, kept.with_suffix(".qm"))
            problems += check(kept, fresh, Path(folder))
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(
            f"{len(problems)} problems; packaging/check_translations.py --update collects.", file=sys.stderr
        )
    return 1 if problems else 0


def lines_for_lupdate() -> Iterator[str]:
    """The strings that live where Qt is not known, as lupdate reads them."""
    for sentence in sorted({*error_sentences(), *(rule.sentence for rule in CHECKS)} - {""}):
        yield f'QT_TRANSLATE_NOOP("UserError", {quoted(sentence)})\n'
    titles = {setting.title: None for setting in SETTINGS}
    titles |= {title: None for setting in SETTINGS for _, title in setting.choices}
    titles |= {setting.unit: None for setting in SETTINGS if setting.unit}
    for title in titles:
        yield f'QT_TRANSLATE_NOOP("Settings", {quoted(title)})\n'
    for rule in lint.RULES:
        yield f'QT_TRANSLATE_NOOP("Finding", {quoted(rule.sentence)})\n'
    for name in NAMES:
        yield f'QT_TRANSLATE_NOOP("Step", {quoted(name)})\n'


def quoted(text: str) -> str:
    """A string literal as C++ and Python both read it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def error_sentences() -> Iterator[str]:
    """The first argument of every UserError and Phrase made in the package, literal or a constant's name."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]
    constants = {name: text for tree in trees for name, text in _constants(tree)}
    makers = set(_MAKERS)
    for tree in trees:
        makers.update(
            node.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef) and any(_named(base, makers) for base in node.bases)
        )
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and node.name in makers:
                yield from _first_arguments(node, constants, _is_super_init)
        known = {**constants, **dict(_constants(tree))}
        yield from _first_arguments(
            tree, known, lambda function: _named(function, makers) or _tells(function)
        )


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            value = node.value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield node.targets[0].id, value.value


def _first_arguments(
    tree: ast.AST, constants: dict[str, str], wanted: Callable[[ast.expr], bool]
) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and wanted(node.func):
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value
            elif isinstance(first, ast.Name) and first.id in constants:
                yield constants[first.id]


def _named(node: ast.expr, names: set[str]) -> bool:
    return isinstance(node, ast.Name) and node.id in names


def _tells(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in _TELLERS


def _is_super_init(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "__init__" and isinstance(node.value, ast.Call)


def unseen() -> Iterator[str]:
    """Calls of ``tr`` that lupdate does not see: it does not look inside an f-string."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and any(_is_tr(inner) for inner in ast.walk(node)):
                yield f"{path.relative_to(ROOT)}:{node.lineno}: tr() inside an f-string is never collected"


def _is_tr(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"


def collect(target: Path, language: str, options: tuple[str, ...], elsewhere: Path) -> None:
    """Bring a .ts file up to date with the sources."""
    sources = [str(path) for path in sorted((PACKAGE / "ui").rglob("*.py"))]
    tool = str(_TOOLS / "pyside6-lupdate")
    arguments = ["-silent", "-no-obsolete", "-locations", "none", *options, "-target-language", language]
    subprocess.run([tool, *arguments, *sources, str(elsewhere), "-ts", str(target)], check=True)


def release(source: Path, target: Path) -> None:
    """Compile a .ts file; who has the old one open, as Qt maps it into memory, keeps that."""
    tool, made = str(_TOOLS / "pyside6-lrelease"), target.with_suffix(".new")
    subprocess.run([tool, "-silent", str(source), "-qm", str(made)], check=True)
    made.replace(target)


def check(kept: Path, fresh: Path, folder: Path) -> Iterator[str]:
    """What is wrong with a translation."""
    if not kept.exists():
        yield f"{kept.name}: missing"
        return
    found, wanted = messages(kept), messages(fresh)
    for context, source, _ in sorted(wanted.keys() - found.keys()):
        yield f"{kept.name}: not collected: {context}: {source}"
    for context, source, _ in sorted(found.keys() - wanted.keys()):
        yield f"{kept.name}: no longer used: {context}: {source}"
    for key, forms in found.items():
        yield from (f"{kept.name}: {problem}: {key[0]}: {key[1]}" for problem in faults(key, forms))
    compiled = folder / f"{kept.stem}.qm"
    release(kept, compiled)
    current = kept.with_suffix(".qm")
    if not current.exists() or current.read_bytes() != compiled.read_bytes():
        yield f"{current.name}: not compiled from {kept.name} as it is"


def messages(path: Path) -> dict[Key, list[str]]:
    """The translations in a .ts file: one, or one for each plural form; empty where unfinished."""
    found: dict[Key, list[str]] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314  # our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            plural = message.get("numerus") == "yes"
            if translation is None or translation.get("type") == "unfinished":
                forms = [""]
            elif plural:
                forms = [form.text or "" for form in translation.iter("numerusform")]
            else:
                forms = [translation.text or ""]
            found[name, message.findtext("source") or "", plural] = forms
    return found


def faults(key: Key, forms: list[str]) -> Iterator[str]:
    """What is wrong with one translation."""
    _, source, plural = key
    if not all(form.strip() for form in forms):
        yield "not translated"
        return
    wanted = set(_PLACEHOLDER.findall(source)) - ({"%n"} if plural else set())
    for form in forms:
        if set(_PLACEHOLDER.findall(form)) - {"%n"} != wanted - {"%n"}:
            yield "placeholders differ"
            return


if __name__ == "__main__":
    sys.exit(main())
