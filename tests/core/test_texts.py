"""Every text that the server makes can be said in every language, with the same named values."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from saas.core import errors
from saas.core.errors import Invalid, Plural, Refusal
from saas.core.texts import FOLDER, LOCALES, catalogues, say, tell, translations

ROOT = Path(__file__).resolve().parents[2] / "saas"
PLACES = re.compile(r"%\((\w+)\)s|%%")
FORMS = {"he": 2, "ar": 6}
LITERAL = {"later", "say", "Plural"}


def _refusals() -> set[str]:
    return {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Refusal)}


REFUSALS = _refusals() | {"Unanswered"}


def messages() -> dict[str, str]:
    """Each message of the sources, and where it stands."""
    found: dict[str, str] = {}
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            for text in _said(node):
                found.setdefault(text, f"{path.relative_to(ROOT.parent)}:{getattr(node, 'lineno', 0)}")
    return found


def _said(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(isinstance(target, ast.Name) and target.id == "default_message" for target in targets):
            yield from _texts(node.value)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        if node.func.id in LITERAL and node.args:
            yield from _texts(node.args[0])
        elif node.func.id in REFUSALS:
            place = 2 if node.func.id == "Unanswered" else 1
            if len(node.args) > place:
                yield from _texts(node.args[place])


def _texts(node: ast.AST | None) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def _named(text: str) -> set[str]:
    return {match.group(1) for match in PLACES.finditer(text) if match.group(1)}


@pytest.mark.parametrize("locale", [locale for locale in LOCALES if locale != "en"])
def test_no_message_lacks_a_translation(locale: str) -> None:
    said = {
        message.id if isinstance(message.id, str) else message.id[0]: message
        for c in catalogues(locale)
        for message in c
    }
    missing = [f"{place}: {text}" for text, place in messages().items() if text not in said or not said[text].string]
    assert missing == []


@pytest.mark.parametrize("locale", list(FORMS))
def test_translations_name_the_same_values_and_all_plural_forms(locale: str) -> None:
    wrong = []
    for catalogue in catalogues(locale):
        for message in catalogue:
            if not message.id:
                continue
            ids = [message.id] if isinstance(message.id, str) else list(message.id)
            strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
            if len(ids) > 1 and (len(strings) != FORMS[locale] or not all(strings)):
                wrong.append(f"{ids[0]}: {len(strings)} forms")
            allowed = set().union(*(_named(text) for text in ids))
            for text in strings:
                spare = {"count"} if len(ids) > 1 else set()
                if (
                    _named(text) - allowed
                    or allowed - _named(text) - spare
                    or re.search(r"%(?![(%])", PLACES.sub("", text))
                ):
                    wrong.append(text)
    assert wrong == []


def test_catalogues_hold_no_text_twice() -> None:
    for locale in FORMS:
        ids = [str(message.id) for catalogue in catalogues(locale) for message in catalogue if message.id]
        assert sorted(set(ids)) == sorted(ids)
        assert (FOLDER / locale / "LC_MESSAGES").is_dir()


def test_a_refusal_is_said_in_the_members_language() -> None:
    refusal = Invalid("BAD_AMOUNT", "%(value)s is not an amount.", "amount", value="12x")
    assert tell(refusal, "en") == "12x is not an amount."
    assert tell(refusal, "he") == "\u206812x\u2069 אינו סכום."
    assert tell(refusal, "ar") == "\u206812x\u2069 ليس مبلغًا."


def test_an_unknown_language_is_said_in_english() -> None:
    assert say("This is not valid.", "fr") == "This is not valid."
    assert translations("../en").gettext("x") == "x"


def test_plurals_follow_the_language() -> None:
    rows = Plural("%(count)s row", "%(count)s rows")
    assert [say(rows, "en", count=n) for n in (0, 1, 2)] == ["0 rows", "1 row", "2 rows"]
