import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "safelight"
MODULES = sorted(SOURCE.rglob("*.py"))
MODULE_LINES = 400
FUNCTION_LINES = 40
MEDIAN_LINES = 10


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def test_there_are_modules_to_measure():
    assert len(MODULES) > 10


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_module_can_be_read_in_one_sitting(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MODULE_LINES, f"{lines} lines; split it by what its parts do"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_function_fits_a_screen(path):
    long = {f"{node.name} (line {node.lineno})": length(node) for node in functions(path)}
    assert not {name: lines for name, lines in long.items() if lines > FUNCTION_LINES}


def test_most_functions_are_short():
    lengths = sorted(length(node) for path in MODULES for node in functions(path))
    assert lengths[len(lengths) // 2] < MEDIAN_LINES


@pytest.mark.parametrize("name", ["utils", "util", "helpers", "helper", "common", "core", "misc"])
def test_there_is_no_attic(name):
    assert not [*SOURCE.rglob(name), *SOURCE.rglob(f"{name}.py")]
