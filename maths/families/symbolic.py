"""The one name for values of SymPy and python-flint, which come without types."""

from __future__ import annotations

from typing import Any, TypeAlias

Symbolic: TypeAlias = Any
"""A SymPy expression or number, or a polynomial of python-flint."""
