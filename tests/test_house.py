"""The shape of the house: what stands at the top, and what a process must not have loaded."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HEAVY = {"sympy", "flint", "torch", "alembic", "ollama", "httpx", "xllamacpp", "playwright", "typst", "mathra"}


def test_the_contracts_name_every_top_level_package() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages == set(PROJECT["tool"]["importlinter"]["root_packages"])
    found = PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]
    assert packages == {pattern.removesuffix("*") for pattern in found}


def test_every_room_is_a_package() -> None:
    rooms = {
        path.parent
        for name in PROJECT["tool"]["importlinter"]["root_packages"]
        for path in ROOT.glob(f"{name}/**/*.py")
    }
    assert [room for room in rooms if not (room / "__init__.py").is_file()] == []


MODULES = ("bot.client", "bot.serving", "bot.running", "bot.cli", "storage.database", "model.choose")


@pytest.mark.parametrize("module", MODULES)
def test_importing_the_bot_loads_nothing_heavy(module: str) -> None:
    script = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603
    assert HEAVY & set(loaded.stdout.split()) == set()


def test_the_command_line_starts_light() -> None:
    """Worker processes import the main module again: it may cost them nothing."""
    script = "import sys, bot.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603
    assert {"discord", "sqlalchemy", "pydantic", "aiohttp"} & set(loaded.stdout.split()) == set()


EVALUATORS = re.compile(
    r"(?<![\w.])(?:sympy\.|builtins\.)?(sympify|S|parse_expr|parse_latex|lambdify|eval|exec|compile)\("
)
HARNESS = ROOT / "sandbox" / "harness.py"  # runs code, inside the sandbox only
PATHS = [path for name in PROJECT["tool"]["importlinter"]["root_packages"] for path in (ROOT / name).rglob("*.py")]
SOURCES = [path for path in PATHS if path != HARNESS]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_is_ever_evaluated(path: Path) -> None:
    """SymPy's parsers and Python's evaluators run code: none of them is called anywhere in the program."""
    assert EVALUATORS.findall(path.read_text(encoding="utf-8")) == []


def test_what_runs_code_is_imported_nowhere() -> None:
    importing = re.compile(r"^\s*(?:from|import)\s+sandbox(?:\.| import )harness", re.MULTILINE)
    assert [path for path in PATHS if importing.search(path.read_text(encoding="utf-8"))] == []
