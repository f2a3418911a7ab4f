"""The partners' pages tell the truth: each example of theirs runs against a server and prints what the page shows."""

from pathlib import Path

import pytest

from tests.house.source import TREE
from tests.partners.conftest import CLIENT, Desk
from tests.partners.examples import PAGES, RUN, Example, all_examples, differences, examples, mismatch
from tests.partners.generator import find_generator, run

TRIED = [example for example in all_examples() if example.file is None]


def test_every_page_but_of_words_has_examples_and_every_example_shows_what_it_prints() -> None:
    assert {example.page for example in TRIED} >= {
        "README.md",
        "reading.md",
        "writing.md",
        "listening.md",
        "limits.md",
        "clients.md",
    }
    assert {example.language for example in TRIED} == set(RUN)
    assert not [str(example) for example in TRIED if not example.form]


def test_the_pages_name_each_other() -> None:
    start = next(page for page in PAGES if page.name == "README.md").read_text()
    assert not [page.name for page in PAGES if page.name != "README.md" and f"]({page.name})" not in start]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_its_examples_run_and_print_what_it_shows(page: Path, desk: Desk) -> None:
    wrong = [(str(example), why) for example in TRIED if example.page == page.name
             for why in mismatch(example, desk.try_out(example))]  # fmt: skip
    assert not wrong


def test_what_is_another_shape_or_another_text_is_told() -> None:
    shown = {"data": {"deals": [{"name": "One", "amount": None}]}}
    assert differences(shown, {"data": {"deals": [{"name": "Two", "amount": None}]}}) == []
    others: list[object] = [
        {"errors": []}, {"data": {"deals": []}}, {"data": {"deals": [{"name": 1, "amount": None}]}},
        {"data": {"deals": [{"name": "One", "amount": "1"}]}},
    ]  # fmt: skip
    for said in others:
        assert len(differences(shown, said)) == 1
    assert mismatch(Example("a.md", 1, "sh", "", form="text", shown="True\n"), "False\n")


def test_an_example_without_its_answer_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "```sh\nls\n```\n\nWords.\n\n```python a.py\nx = 1\n```\n\n```python\nprint(1)\n```\n\n```text\n1\n```\n"
    )
    assert [(one.place, one.language, one.file, one.form) for one in examples(page)] == [
        (1, "sh", None, ""), (7, "python", "a.py", ""), (11, "python", None, "text"),
    ]  # fmt: skip


def test_the_python_client_is_what_the_page_generates(tmp_path: Path) -> None:
    """Byte for byte, by the version that the page names, from the contract as it is."""
    for example in all_examples():
        if example.file in {"deals.graphql", "pyproject.toml"}:
            (tmp_path / example.file).write_text(example.code)
    (tmp_path / "schema.graphql").symlink_to(TREE / "graphql" / "schema.graphql")
    run([str(find_generator())], at=tmp_path)
    made, committed = ({path.name: path.read_text() for path in folder.glob("*.py")}
                       for folder in (tmp_path / "kesher_client", CLIENT))  # fmt: skip
    assert made == committed
    (pin,) = Path(CLIENT.with_name("requirements.in")).read_text().split()
    assert f"`pip install {pin} && ariadne-codegen`" in (TREE / "docs" / "partners" / "clients.md").read_text()
