"""Code that a scripted model writes, run in the real sandbox: mended, refused, measured, or not run and said so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from maths.message import Message
from maths.verdict import Level
from model.scripted import Scripted
from sandbox.lint import Ruff
from sandbox.worker import open_sandbox
from tutor.code import NO_SANDBOX, PYTHON, CodeReply, CodeRequest, Fate, Target
from tutor.coding import NOT_PYTHON, Coding
from tutor.comparing import complexity
from tutor.errors import ModelUnavailableError, QuestionRefusedError
from tutor.types import Language, Writer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sandbox.worker import Locked

PROBLEM = "Add up a list. total([5, 6]) -> 11"
TESTS = json.dumps(
    {
        "tests": [{"call": "total([1, 2])", "expects": "3"}, {"call": "total([])", "expects": "0"}],
        "properties": ["total([4, 1]) == total([1, 4])"],
    }
)
SLOW = """def pairs(xs, t):
    out = 0
    for i in range(len(xs)):
        for j in range(i + 1, len(xs)):
            if xs[i] + xs[j] == t:
                out += 1
    return out
"""
FAST = """from collections import Counter

def pairs(xs, t):
    seen = Counter()
    out = 0
    for x in xs:
        out += seen[t - x]
        seen[x] += 1
    return out
"""
CALLS = json.dumps({"calls": ["pairs([1, 2, 3], 4)", "pairs([2, 2, 2], 4)"], "large": ["pairs(list(range(600)), 599)"]})


def wrote(code: str) -> str:
    return f"## Analysis\nOf it.\n## Design\nSo.\n## Complexity\nO(n)\n## Code\n```python\n{code}\n```\n"


def request(text: str = PROBLEM, target: Target | None = None, programming: str = PYTHON) -> CodeRequest:
    return CodeRequest(text, programming, Level.INTERMEDIATE, Language.ENGLISH, target)


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sandbox() -> AsyncIterator[Locked]:
    async with open_sandbox(deadline=0.5) as opened:
        assert await opened.trouble() == ""
        yield opened


async def answer(model: Scripted, sandbox: Locked | None, asked: CodeRequest) -> CodeReply:
    coding = Coding(model, None, sandbox, Ruff())
    return [update async for update in coding.work(None, asked) if isinstance(update, CodeReply)][-1]


def outcomes(reply: CodeReply) -> list[tuple[str, Fate]]:
    return [(trial.test.call, trial.fate) for trial in reply.trials]


async def test_code_that_fails_its_tests_is_mended(sandbox: Locked) -> None:
    wrong, right = wrote("def total(xs):\n    return sum(xs[1:])"), wrote("def total(xs):\n    return sum(xs)")
    model = Scripted(wrong, TESTS, right)
    reply = await answer(model, sandbox, request())
    assert (reply.tries, reply.passed, len(reply.trials)) == (2, 4, 4)
    assert reply.trials[0].test.call == "total([5, 6])"
    assert "total([5, 6]) gives 6, expected was 11" in model.prompts[2].user
    assert "sum(xs[1:])" in model.prompts[2].user


async def test_who_writes_the_tests_does_not_see_the_code(sandbox: Locked) -> None:
    model = Scripted(wrote("def total(xs):\n    return sum(xs)"), TESTS)
    await answer(model, sandbox, request())
    assert "def total(xs)" in model.prompts[1].user
    assert "sum(xs)" not in model.prompts[1].user


async def test_what_stays_wrong_is_shown_as_it_is(sandbox: Locked) -> None:
    model = Scripted(
        wrote("def total(xs):\n    return 3"), TESTS, *[wrote("def total(xs):\n    return 3 if xs else 1")] * 2
    )
    reply = await answer(model, sandbox, request())
    assert reply.tries == 3
    assert outcomes(reply) == [
        ("total([5, 6])", Fate.WRONG),
        ("total([1, 2])", Fate.PASSED),
        ("total([])", Fate.WRONG),
        ("total([4, 1]) == total([1, 4])", Fate.PASSED),
    ]
    assert [trial.got for trial in reply.trials] == ["3", "3", "1", "True"]


async def test_the_better_of_two_attempts_is_shown(sandbox: Locked) -> None:
    good, bad = "def total(xs):\n    return sum(xs) if xs else 1", "def total(xs):\n    return None"
    reply = await answer(Scripted(wrote(bad), TESTS, wrote(good), wrote(bad)), sandbox, request())
    assert (reply.passed, reply.tries) == (3, 2)


async def test_a_model_that_fails_on_the_way_leaves_what_it_wrote(sandbox: Locked) -> None:
    failure = ModelUnavailableError(Message("gone"))
    reply = await answer(Scripted(wrote("def total(xs):\n    return 3"), TESTS, failure), sandbox, request())
    assert (reply.passed, len(reply.trials)) == (2, 4)
    with pytest.raises(ModelUnavailableError):
        await answer(Scripted(failure), sandbox, request())


@pytest.mark.parametrize(
    ("code", "fate", "got"),
    [
        ("def total(xs):\n    while True: pass", Fate.TIMED_OUT, ""),
        ("def total(xs):\n    return xs[5]", Fate.RAISED, "IndexError: list index out of range"),
        ("import os\ndef total(xs):\n    os._exit(0)", Fate.DIED, ""),
        ("def total(xs):\n    return open('/etc/passwd').read()", Fate.RAISED, "FileNotFoundError"),
        (
            "class Always:\n    def __eq__(self, other): return True\ndef total(xs):\n    return Always()",
            Fate.WRONG,
            "<",
        ),
    ],
)
async def test_how_a_test_may_end(sandbox: Locked, code: str, fate: Fate, got: str) -> None:
    """A demonstration is asked once, and for no tests: the example of the problem is all there is."""
    model = Scripted(wrote(code), writer=Writer("small", demonstration=True))
    reply = await answer(model, sandbox, request())
    assert outcomes(reply) == [("total([5, 6])", fate)]
    assert reply.trials[0].got.startswith(got)


@pytest.mark.parametrize("code", ["def total(xs)\n    return 1", "import nothing_like_it", "raise SystemExit"])
async def test_code_that_does_not_load(sandbox: Locked, code: str) -> None:
    reply = await answer(Scripted(*[wrote(code), TESTS, wrote(code), wrote(code)]), sandbox, request())
    assert outcomes(reply) == [("", Fate.RAISED)]


async def test_rubbish_is_an_answer_without_code() -> None:
    reply = await answer(Scripted("I am a model.", "Still.", "## Code\nno"), None, request())
    assert (reply.code, reply.trials, reply.tries) == ("", (), 3)


@pytest.mark.parametrize("said", ["no json", "{}", '{"tests": [{"call": "f("}], "properties": []}', "[" * 2_000])
async def test_without_tests_the_examples_remain(sandbox: Locked, said: str) -> None:
    reply = await answer(Scripted(wrote("def total(xs):\n    return sum(xs)"), said), sandbox, request())
    assert outcomes(reply) == [("total([5, 6])", Fate.PASSED)]


async def test_what_is_not_python_is_not_run(sandbox: Locked) -> None:
    reply = await answer(Scripted(wrote("function total(xs) {}")), sandbox, request(programming="JavaScript"))
    assert (reply.not_run, reply.trials) == (NOT_PYTHON, ())


async def test_without_a_sandbox_nothing_is_run() -> None:
    reply = await answer(Scripted(wrote("def total(xs): ...")), None, request())
    assert (reply.not_run, reply.trials) == (NO_SANDBOX, ())


async def test_where_the_sandbox_does_not_hold_nothing_is_run() -> None:
    async with open_sandbox(program="/bin/false") as broken:
        reply = await answer(Scripted(wrote("def total(xs): ...")), broken, request())
        assert (reply.not_run, reply.trials) == (NO_SANDBOX, ())


async def test_a_rewriting_that_does_something_else_is_refused_until_it_does_the_same(sandbox: Locked) -> None:
    model = Scripted(wrote(FAST.replace("+= 1", "= 1")), CALLS, wrote(FAST))
    reply = await answer(model, sandbox, request(SLOW, Target.SPEED))
    found = reply.comparison
    assert found is not None
    assert found.difference is None
    assert not reply.refused
    assert reply.tries == 2
    assert found.inputs >= 10
    assert found.better
    assert found.factor is not None
    assert found.factor > 2
    assert "pairs([2, 2, 2], 4) gives 2, expected was 3" in model.prompts[2].user


async def test_a_rewriting_that_stays_wrong_is_refused(sandbox: Locked) -> None:
    wrong = wrote(FAST.replace("+= 1", "= 1"))
    reply = await answer(Scripted(wrong, CALLS, wrong, wrong), sandbox, request(SLOW, Target.SPEED))
    assert reply.refused
    assert reply.comparison is not None
    assert reply.comparison.difference is not None
    assert (reply.comparison.difference.test.expects, reply.comparison.difference.got) == ("3", "2")


@pytest.mark.parametrize(
    ("before", "after", "call"),
    [
        ("def f(x):\n    x.sort()", "def f(x):\n    return None", "f([3, 1])"),
        ("def f(x):\n    print(x)", "def f(x):\n    print(x, x)", "f(1)"),
        ("def f(x):\n    return x[3]", "def f(x):\n    return x.get(3)", "f([1])"),
        ("def f(x):\n    return {x}", "def f(x):\n    return [x]", "f(1)"),
        ("def f(x):\n    return x", "def f(x):\n    while x: pass\n    return x", "f(1)"),
        ("def f(x):\n    return x", "def g(x):\n    return x", "f(1)"),
    ],
)
async def test_every_kind_of_difference_is_seen(sandbox: Locked, before: str, after: str, call: str) -> None:
    calls = json.dumps({"calls": [call], "large": []})
    model = Scripted(wrote(after), calls, writer=Writer("scripted"), repeat=False)
    coding = Coding(model, None, sandbox, None, max_tries=1)
    replies = [one async for one in coding.work(None, request(before, Target.SPEED)) if isinstance(one, CodeReply)]
    assert replies[-1].refused


async def test_a_rewriting_that_does_not_load_is_refused(sandbox: Locked) -> None:
    broken = wrote("def pairs(xs, t)")
    reply = await answer(Scripted(broken, CALLS, broken, broken), sandbox, request(SLOW, Target.SPEED))
    assert reply.comparison is not None
    assert reply.comparison.difference is not None
    assert (reply.refused, reply.comparison.difference.test.call) == (True, "")
    assert reply.comparison.difference.got.startswith("SyntaxError")


async def test_code_that_cannot_be_loaded_here_is_not_run(sandbox: Locked) -> None:
    before = "import numpy_that_nobody_has\ndef f(x):\n    return x"
    calls = json.dumps({"calls": ["f(1)"], "large": []})
    reply = await answer(Scripted(wrote("def f(x):\n    return x"), calls), sandbox, request(before, Target.SPEED))
    assert "does not load here: ModuleNotFoundError" in str(reply.not_run)


async def test_what_a_function_does_not_take_is_no_input(sandbox: Locked) -> None:
    before, after = "def f(x):\n    return len(x)", "def f(x):\n    return x.__len__()"
    calls = json.dumps({"calls": ["f(3)", "f(None)", "f([1])"], "large": []})
    found = (
        await answer(Scripted(wrote(after), calls, wrote(after), wrote(after)), sandbox, request(before, Target.SPEED))
    ).comparison
    assert found is not None
    assert found.difference is None
    assert found.inputs > 1


async def test_what_nobody_could_compare_is_refused(sandbox: Locked) -> None:
    before = "class Thing: ...\ndef f(x):\n    return Thing()"
    model = Scripted(wrote(before), json.dumps({"calls": ["f(1)"], "large": []}))
    reply = await answer(Scripted(*model._turns, wrote(before), wrote(before)), sandbox, request(before, Target.SPEED))
    assert reply.refused
    assert reply.comparison is not None
    assert (reply.comparison.inputs, reply.comparison.difference) == (0, None)


async def test_a_program_without_functions_is_run_as_a_whole(sandbox: Locked) -> None:
    before, after = "n = int(input())\nprint(sum(range(n)))", "n = int(input())\nprint(n * (n - 1) // 2)"
    inputs = json.dumps({"inputs": ["3\n", "10\n", "300000\n"]})
    reply = await answer(Scripted(wrote(after), inputs), sandbox, request(before, Target.SPEED))
    assert reply.comparison is not None
    assert (reply.comparison.inputs, reply.comparison.better) == (3, True)


async def test_memory_and_readability_are_measured(sandbox: Locked) -> None:
    hungry = "def f(n):\n    return sum([i for i in range(n)])"
    calls = json.dumps({"calls": ["f(10)", "f(3)"], "large": ["f(50000)"]})
    lean = await answer(
        Scripted(wrote("def f(n):\n    return sum(range(n))"), calls), sandbox, request(hungry, Target.MEMORY)
    )
    assert lean.comparison is not None
    assert lean.comparison.better
    assert lean.comparison.factor is not None
    assert lean.comparison.factor > 5
    twisted = "def g(x):\n    if x == True:\n        return True\n    else:\n        return False"
    read = Scripted(wrote("def g(x):\n    return x == 1"), json.dumps({"calls": ["g(1)", "g(0)"], "large": []}))
    simple = (await answer(read, sandbox, request(twisted, Target.READABILITY))).comparison
    assert simple is not None
    assert simple.better
    assert (simple.before.complexity, simple.after.complexity) == (2, 1)
    assert (simple.before.lints or 0) > (simple.after.lints or 0)


async def test_complexity_is_mccabes() -> None:
    assert complexity("def f(x):\n    for i in x:\n        if i:\n            return 1\n") == 3
    assert complexity("x = 1") == 1
    assert complexity("def f(:") is None
    assert complexity("if x: 1\n" + "elif x: 1\n" * 700) in {None, 702}


@pytest.mark.parametrize(
    "asked",
    [request("  "), request("x" * 4_001), request("def f(:", Target.SPEED), request("x = 1\n" * 2_000, Target.SPEED)],
)
async def test_what_cannot_be_worked_on_is_refused(asked: CodeRequest) -> None:
    with pytest.raises(QuestionRefusedError):
        await answer(Scripted("never asked"), None, asked)


async def test_without_a_model_it_says_what_works() -> None:
    with pytest.raises(QuestionRefusedError) as refused:
        [update async for update in Coding(None, None, None).work(None, request())]
    assert isinstance(refused.value.message, Message)
    assert "/solve" in str(refused.value)
