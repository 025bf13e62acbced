"""What one wording is: what is looked for in a statement, and what is said instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

Wording: TypeAlias = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
