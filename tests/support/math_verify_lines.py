"""Math-Verify behind the same lines as `lemma grade --jsonl`. Runs in an environment of its own, see bench_grading.py.

A formula without delimiters is put between dollars: Math-Verify does much better so. A sentence stays as it is.
"""

from __future__ import annotations

import json
import logging
import re
import sys

from math_verify import parse, verify

_DELIMITED = re.compile(r"\$|\\boxed|\\\(|\\\[|[A-Za-z]{2,} [A-Za-z]{2,}|[가-힣]")


def grade(expected: str, given: str) -> bool:
    gold, answer = (parse(text if _DELIMITED.search(text) else f"${text}$") for text in (expected, given))
    return verify(gold, answer)


def main() -> None:
    logging.disable(logging.CRITICAL)
    for line in sys.stdin:
        row = json.loads(line)
        equal = grade(row["expected"], row["given"])
        sys.stdout.write(json.dumps({"id": row["id"], "outcome": "equal" if equal else "different"}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
