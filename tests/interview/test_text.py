"""YAML that the interviews write: every text comes back letter for letter, whatever YAML could take it for."""

import pytest
import yaml

from vadocs.diagnostics import Report
from vadocs.interview.text import lines_of, scalar, written
from vadocs.interview.tree import Plain, Tree, leaves, tree_of
from vadocs.readers.faults import Faults
from vadocs.readers.yaml import read_yaml

TEXTS = [
    "NO", "no", "on", "Off", "Y", "null", "~", "01234", "28014", "1.200", "12,5", "1e3", "0x1F", "2026-12-01", "12:30",
    "C/ Alcalá, 45: bajo", "Nº 5 #3", "a # b", "- guion", "? pregunta", "[lista]", "{mapa}", "@arroba", "`tilde`",
    "&ancla", "*alias", "!tag", "%directiva", "|", ">", "“comillas”", 'dice "hola"', "l'Horta", "barra \\ inversa",
    "Peña & Ñoño, S.L.", "true", "3.º izda.", "dos\nlíneas", "C/ Colón: 12", "x: y", "texto llano",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_comes_back(text: str) -> None:
    """PyYAML, which knows YAML 1.1 and types, reads each text as that text; so do our readers."""
    tree: Tree = {"a": text, "b": [text, "otro"], "c": [{"d": text, "e": text}]}
    data = written(list(lines_of(tree, {})))
    assert yaml.safe_load(data) == tree
    faults = Faults()
    root = read_yaml(data, "x.yaml", faults)
    report = Report()
    faults.tell(report)
    assert not list(report)
    assert root is not None
    assert {path: str(value) for path, value in leaves(tree_of(root))} == {path: text for path, text in leaves(tree)}


def test_codes_numbers_and_days_stand_without_quotes() -> None:
    """What is no text is written plainly, as long as no YAML takes it for a truth."""
    plain = [Plain(one) for one in ("retainer", "560.00", "2026-12-01", "es-ES", "NO", "0012")]
    assert [scalar(one) for one in plain] == ["retainer", "560.00", "2026-12-01", "es-ES", '"NO"', '"0012"']
    assert scalar(True) == "true"
    assert scalar("560") == '"560"'


def test_comments_stand_above_their_key_and_codes_share_a_line() -> None:
    """A comment has its key's margin; empty mappings and lists are not written."""
    tree: Tree = {"a": {"b": "uno"}, "c": [Plain("uno"), Plain("dos")], "d": {}, "e": []}
    lines = [line for _, line in lines_of(tree, {"a.b": ["de b"]})]
    assert lines == ["a:", "  # de b", "  b: uno", "c: [uno, dos]"]
