"""Statements of several sentences: definitions are worked out one after the other, the last sentence asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.families.algebra.composed import Composed, ValueOf
from maths.families.algebra.known import Known
from maths.families.algebra.nested_steps import simple_functions
from maths.families.calculus.derivative import Differentiate
from maths.families.calculus.integral import Integrate
from maths.families.equations.equation import Equation
from maths.families.equations.system import System
from maths.families.functions.inverse import InverseFunction, InverseValue
from maths.families.matrices.cells import has_matrix
from maths.families.matrices.expression import MatrixExpression
from maths.families.numbers.arithmetic import Evaluate, as_asked, exact
from maths.families.settled import UndecidedError
from maths.families.write import formula
from maths.families.written import letters
from maths.message import Message
from maths.phrasing.definitions import Definitions, Function, closing, spelled_out
from maths.phrasing.grammar_definitions import REQUESTS, Asked, Conditions, InPieces, Meaning, sentences
from maths.phrasing.pieces import rule_for, told
from maths.phrasing.requests import Objection, is_expression
from maths.read import read
from maths.tree import CONSTANTS, Collection, Matrix, Name, Relation, names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maths.families.settled import Settled, Task
    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.grammar_definitions import Sentence
    from maths.phrasing.requests import Found
    from maths.tree import Node

MAX_DEFINITIONS = 20
_CALLED = re.compile(r"(?<![A-Za-z\\])([A-Za-z])\s?\(")
_PRIMED = re.compile(r"(?<![A-Za-z\\])([A-Za-z])\s?('{1,9})\s?\(")


@dataclass(frozen=True, slots=True)
class Reader:
    """`ask` reads the rest of the text as one request, whole; `requests` are the rules for parts of it."""

    requests: tuple[Parser[Found], ...]
    ask: Callable[[Chart, int, tuple[Parser[Found], ...]], Iterator[Found]]

    def readings(self, chart: Chart, at: int) -> Iterator[Found]:
        """What a text that begins with definitions asks."""
        yield from self._next(chart, at, ())

    def _next(self, chart: Chart, at: int, known: tuple[Known, ...]) -> Iterator[Found]:
        asked = False
        if known:
            tasks = [_objected(found) for found in self.ask(chart, at, REQUESTS)]
            values = [found for found in tasks if isinstance(found, (ValueOf, InverseValue, InverseFunction))]
            for found in values or tasks:
                asked = asked or not isinstance(found, Objection)
                text = chart.text[at:]
                yield (
                    found
                    if isinstance(found, Objection)
                    else Composed(found, known, _primes(text, known), _call(text, known))
                )
        if asked or len(known) >= MAX_DEFINITIONS:
            return
        for end, sentence in sentences(chart, at, self.requests, going_on=bool(known)):
            before = chart.definitions
            try:
                definitions, worked = _worked(chart, sentence)
                chart.definitions = definitions
                yield from self._next(chart, end, (*known, worked))
            except UndecidedError as error:
                yield Objection(error.reason)
            except RefusedError as error:
                yield Objection(error.message)
            finally:
                chart.definitions = before


def _primes(asked: str, known: tuple[Known, ...]) -> tuple[tuple[str, int], ...]:
    """The derivatives of functions that the question names, with their order; of none that is given piece by piece."""
    given = {item.names[0] for item in known if len(item.parameters) == 1 and not item.told}
    found = _PRIMED.finditer(asked)
    return tuple((match[1], match[2].count("'")) for match in found if match[1] in given)


def _call(asked: str, known: tuple[Known, ...]) -> Node | None:
    """The one `f(g(3))` that stands in a question, of functions given by a formula; None where there are more."""
    functions = frozenset(simple_functions(known))
    text = spelled_out(asked, functions)
    found: list[Node] = []
    end = 0
    for match in _CALLED.finditer(text):
        if match[1] not in functions or match.start() < end:
            continue
        end = (closing(text, match.end() - 1) or len(text)) + 1
        try:
            found.append(read(text[match.start() : end], functions=functions))
        except RefusedError:
            return None
    return found[0] if len(found) == 1 else None


def _objected(found: Found) -> Found:
    """Differentiating what is a number once the names are put in: not what was meant, the variable has a value."""
    if isinstance(found, (Differentiate, Integrate)) and not letters(found.body):
        return Objection(Message("There is no variable in the expression."))
    return found


def _worked(chart: Chart, sentence: Sentence) -> tuple[Definitions, Known]:
    key = ("worked", sentence, chart.definitions)
    if key not in chart.memory:
        chart.memory[key] = _work_out(sentence, chart.definitions)
    found: tuple[Definitions, Known] = chart.memory[key]
    return found


def _work_out(sentence: Sentence, definitions: Definitions) -> tuple[Definitions, Known]:
    match sentence:
        case InPieces(header=header, pieces=pieces):
            function = Function(header.parameters, pieces[0].body, pieces)
            lines = told(header.name, header.parameters[0], pieces)
            return definitions.with_function(header.name, function), Known(
                (header.name,), (), (), told=lines, pick=partial(rule_for, pieces, header.parameters[0])
            )
        case Meaning(header=header, formula=written) if header.parameters:
            function = Function(header.parameters, written.value)
            known = Known((header.name,), header.parameters, (written.value,), None, written.typed)
            return definitions.with_function(header.name, function), known
        case Meaning(header=header, formula=written):
            value, settled = _value(header.name, written.value)
            return definitions.with_value(header.name, value), Known(
                (header.name,), (), (value,), settled, written.typed
            )
        case Asked(header=header, task=task):
            if isinstance(task, Objection):
                raise UndecidedError(task.reason)
            return _answered(header.name, header.parameters, task, definitions)
        case Conditions(equations=equations):
            assigned = _assigned([equation.value for equation in equations], definitions)
            return assigned or _solved([equation.value for equation in equations], definitions)


def _value(full: str, value: Node) -> tuple[Node, Settled | None]:
    if full in letters(value):
        raise UndecidedError(Message("{name} is used before it is defined.", name=full))
    if isinstance(value, (Matrix, Collection)):
        return value, None
    if has_matrix(value):
        settled = MatrixExpression(value).settle()
        return read(settled.answer.typed), settled
    if names(value):
        return value, None
    if formula(as_asked(exact(value), value)) == formula(value):
        return value, None
    settled = Evaluate(value).settle()
    return read(settled.answer.typed), settled


def _answered(
    full: str, parameters: tuple[str, ...], task: Task, definitions: Definitions
) -> tuple[Definitions, Known]:
    if parameters and getattr(task, "variable", parameters[0]) not in parameters:
        raise UndecidedError(Message("What {name} stands for is not one value.", name=full))
    settled = task.settle()
    value = read(settled.answer.typed)
    if not is_expression(value) or settled.also or not letters(value) <= set(parameters):
        raise UndecidedError(Message("What {name} stands for is not one value.", name=full))
    known = Known((full,), parameters, (value,), settled)
    if parameters:
        return definitions.with_function(full, Function(parameters, value)), known
    return definitions.with_value(full, value), known


def _assigned(equations: list[Node], definitions: Definitions) -> tuple[Definitions, Known] | None:
    """Equations that each give one letter its value at once, `a = 3, b = 2*a`; None where they have to be solved."""
    pending: list[tuple[str, Node]] = []
    for equation in equations:
        match equation:
            case Relation(operands=(Name() as left, right), operators=("=",)) if left.full not in CONSTANTS:
                pending.append((left.full, right))
            case _:
                return None
    if len({full for full, _ in pending}) < len(pending):
        return None
    known: list[tuple[str, Node]] = []
    found: list[Settled] = []
    while pending:
        waiting = {full for full, _ in pending}
        ready = next((item for item in pending if not names(item[1]) or _is_stated_matrix(item[1], waiting)), None)
        if ready is None:
            return None
        pending.remove(ready)
        value, settled = _value(*ready)
        found += [settled] if settled else []
        definitions = definitions.with_value(ready[0], value)
        known.append((ready[0], value))
        pending = [(full, definitions.resolve(right)) for full, right in pending]
    fulls, values = zip(*known, strict=True)
    return definitions, Known(tuple(fulls), (), tuple(values), found[0] if len(found) == 1 == len(fulls) else None)


def _is_stated_matrix(value: Node, waiting: set[str]) -> bool:
    return isinstance(value, Matrix) and not names(value) & waiting


def _solved(equations: list[Node], definitions: Definitions) -> tuple[Definitions, Known]:
    relations = tuple(equation for equation in equations if isinstance(equation, Relation))
    unknowns = tuple(sorted(frozenset[str]().union(*(letters(relation) for relation in relations))))
    if not unknowns:
        raise UndecidedError(Message("There is no unknown in the equation."))
    if len(relations) == 1 and len(unknowns) > 1:
        raise UndecidedError(Message("There are several letters in one equation: it does not fix their values."))
    task: Task
    if len(relations) == 1:
        task = Equation(relations[0], unknowns[0], one_value=True)
    else:
        task = System(relations, unknowns, unknowns)
    settled = task.settle()
    values = _values(settled, unknowns)
    for full, value in zip(unknowns, values, strict=True):
        definitions = definitions.with_value(full, value)
    return definitions, Known(unknowns, (), tuple(values), settled)


def _values(settled: Settled, unknowns: tuple[str, ...]) -> list[Node]:
    """The one value of each unknown, from `5`, or from `x = 1, y = 2`."""
    found = read(settled.answer.typed)
    if len(unknowns) == 1 and isinstance(found, Relation):
        found = found.operands[1]
    if len(unknowns) == 1:
        values = [found]
    else:
        items = getattr(found, "items", ())
        values = [item.operands[1] for item in items if isinstance(item, Relation)]
    if len(values) != len(unknowns) or any(not is_expression(value) or names(value) for value in values):
        raise UndecidedError(Message("The condition does not fix one value for {name}.", name=", ".join(unknowns)))
    return values
