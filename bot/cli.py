"""`lemma`: the console script. Each command is thin, and nothing heavy is imported before it is needed:
worker processes import this module again.
"""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - Typer reads the annotations when it runs
from typing import Annotated

import typer

LEVELS = "beginner, intermediate or advanced"
KINDS = (
    "knights, zebra, cryptarithm, sudoku, kenken, nonogram, twentyfour, sequence, crossing, jugs, weighing, truth, "
    "whodunit"
)
NAME = "embedded, a GGUF file, or the name of a model on your server."

app = typer.Typer(
    name="lemma",
    help="A maths tutor for Discord: a language model writes, mathematics decides.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
model_app = typer.Typer(help="The language models Lemma can use.", no_args_is_help=True)
app.add_typer(model_app, name="model")
code_app = typer.Typer(help="Programs that a model writes, run before they are shown.", no_args_is_help=True)
app.add_typer(code_app, name="code")

Jsonl = Annotated[
    bool, typer.Option("--jsonl", help="Read one JSON object a line from standard input, answer one a line.")
]


@app.command()
def run() -> None:
    """Start the bot: Discord with a token, else the playground.

    With DISCORD_TOKEN set it is a bot on Discord; without, a Discord of its own opens in the browser.
    """
    from bot import running

    running.run()


@app.command()
def playground(
    port: Annotated[int | None, typer.Option(help="Where to serve the page; the next free port when taken.")] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
) -> None:
    """The real bot in the browser: no token, no account.

    Serves a small Discord on this machine only and prints its address.
    """
    from bot import running

    running.run_playground(port, browser=not no_browser)


@app.command()
def ask(
    problem: Annotated[str | None, typer.Argument(help="The problem, for example: 3x^2+4x+5=1")] = None,
    level: Annotated[str, typer.Option(help=f"For whom to explain: {LEVELS}.")] = "intermediate",
    language: Annotated[str, typer.Option(help="en or ko.")] = "en",
    model: Annotated[
        str | None, typer.Option(help="none, embedded, or the name of a model on your Ollama server.")
    ] = None,
    puzzle: Annotated[
        bool, typer.Option("--puzzle", help="It is a puzzle of logic: who lies, who lives where.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    jsonl: Jsonl = False,
) -> None:
    """Solve one problem here in the terminal, or one puzzle of your own.

    Nothing is kept. Example: lemma ask "3x^2+4x+5=1" --level beginner --language ko
    """
    from bot import asking
    from tutor.types import Asked

    form: asking.Form = "jsonl" if jsonl else "json" if as_json else "text"
    asked = Asked.PUZZLE if puzzle else Asked.PROBLEM
    asking.run(problem, level=level, language=language, model=model, form=form, asked=asked)


@app.command()
def argue(
    text: Annotated[str | None, typer.Argument(help="Premises and a conclusion, or formulas.")] = None,
    language: Annotated[str, typer.Option(help="en or ko.")] = "en",
    model: Annotated[
        str | None, typer.Option(help="none, embedded, or the name of a model on your Ollama server.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Whether an argument is valid: its form, a counterexample, what it lacks.

    Example: lemma argue "If it rains, the ground is wet. The ground is wet. So it rains."
    """
    from bot import arguing

    arguing.run(text, language=language, model=model, as_json=as_json)


@app.command()
def practice(
    topic: Annotated[str, typer.Option(help="A topic, or any. `--topic list` prints them.")] = "any",
    level: Annotated[str, typer.Option(help=f"For whom: {LEVELS}.")] = "intermediate",
    count: Annotated[int, typer.Option(min=1, max=10_000, help="How many problems.")] = 1,
    seed: Annotated[int, typer.Option(help="The same seed gives the same problems.")] = 0,
    language: Annotated[str, typer.Option(help="en or ko.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    sheet: Annotated[Path | None, typer.Option(help="Write a worksheet with an answer key: a PDF.")] = None,
) -> None:
    """Problems with their exact answers, hints and worked steps.

    Every answer was found again from the words by mathematics. Example: lemma practice --topic linear_equations
    --level beginner --count 5 --seed 1
    """
    from bot import asking, practising
    from maths.verdict import Level
    from tutor.types import Language

    known = practising.known_topics()
    if topic == "list":
        typer.echo("\n".join(known))
        return
    if topic not in {*known, practising.ANY}:
        typer.echo(f"There is no topic {topic!r}: choose any, or one of {', '.join(known)}.", err=True)
        raise typer.Exit(2)
    for_whom, spoken = asking.one_of(Level, "--level", level), asking.one_of(Language, "--language", language)
    wanted = practising.Wanted(topic, for_whom, count, seed)
    if sheet is not None:
        if count > practising.MOST_PRINTED:
            typer.echo(f"A sheet has at most {practising.MOST_PRINTED} problems.", err=True)
            raise typer.Exit(2)
        raise typer.Exit(practising.print_sheet(wanted, spoken, sheet))
    raise typer.Exit(practising.run(wanted, spoken, as_json=as_json))


@app.command()
def puzzle(
    kind: Annotated[str, typer.Option(help=f"any, or one of: {KINDS}.")] = "any",
    level: Annotated[str, typer.Option(help=f"How hard the deduction is: {LEVELS}.")] = "intermediate",
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same puzzle.")] = 0,
    count: Annotated[int, typer.Option(min=1, max=10_000, help="How many puzzles, of this seed and the next.")] = 1,
    language: Annotated[str, typer.Option(help="en or ko.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Puzzles with one solution, and the chain of deductions that leads there.

    Two engines found the solution and no other. Out with --json:
    {"kind","level","seed","statement","answer","unique","deduction"}. Example: lemma puzzle --kind sudoku --level
    advanced --seed 7
    """
    from bot import asking, puzzling
    from maths.puzzles.puzzle import Kind
    from maths.verdict import Level
    from tutor.types import Language

    wanted = puzzling.Wanted(
        None if kind == puzzling.ANY else asking.one_of(Kind, "--kind", kind),
        asking.one_of(Level, "--level", level),
        count,
        seed,
    )
    raise typer.Exit(puzzling.run(wanted, asking.one_of(Language, "--language", language), as_json=as_json))


@code_app.command("solve")
def code_solve(
    problem: Annotated[str, typer.Argument(help="What the program is to do; - reads standard input.")],
    programming: Annotated[str, typer.Option("--in", help="The programming language; only Python is run.")] = "Python",
    level: Annotated[str, typer.Option(help=f"For whom to explain: {LEVELS}.")] = "intermediate",
    language: Annotated[str, typer.Option(help="en or ko.")] = "en",
    model: Annotated[str | None, typer.Option(help=NAME)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """A program for a problem, tested in the sandbox.

    Example: lemma code solve "The n-th Fibonacci number. fib(10) -> 55"
    """
    _code(problem, programming, level, language, model, target="", as_json=as_json)


@code_app.command("optimise")
def code_optimise(
    code: Annotated[str, typer.Argument(help="The code; - reads standard input.")],
    target: Annotated[str, typer.Option(help="speed, memory or readability.")] = "speed",
    programming: Annotated[str, typer.Option("--in", help="The programming language; only Python is run.")] = "Python",
    level: Annotated[str, typer.Option(help=f"For whom to explain: {LEVELS}.")] = "intermediate",
    language: Annotated[str, typer.Option(help="en or ko.")] = "en",
    model: Annotated[str | None, typer.Option(help=NAME)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Code made better, refused where it does something else, measured before and after.

    Example: lemma code optimise - --target speed < slow.py
    """
    _code(code, programming, level, language, model, target=target, as_json=as_json)


def _code(
    text: str, programming: str, level: str, language: str, model: str | None, *, target: str, as_json: bool
) -> None:
    from bot import asking, coding
    from maths.verdict import Level
    from tutor.code import LANGUAGES, CodeRequest, Target
    from tutor.types import Language

    named = {each.lower(): each for each in LANGUAGES}
    if programming.lower() not in named:
        typer.echo(f"--in {programming}: choose one of {', '.join(LANGUAGES)}.", err=True)
        raise typer.Exit(2)
    request = CodeRequest(
        coding.given(text),
        named[programming.lower()],
        asking.one_of(Level, "--level", level),
        asking.one_of(Language, "--language", language),
        asking.one_of(Target, "--target", target) if target else None,
    )
    raise typer.Exit(coding.run(request, model, as_json=as_json))


@app.command()
def explain(
    topic: Annotated[str, typer.Argument(help="A topic of practice by any of its names, or anything else.")],
    subject: Annotated[str, typer.Option(help="Mathematics without it; what else is explained is never checked.")] = "",
    level: Annotated[str, typer.Option(help=f"For whom to explain: {LEVELS}.")] = "intermediate",
    language: Annotated[str, typer.Option(help="en or ko.")] = "en",
    model: Annotated[
        str | None, typer.Option(help="none, embedded, or the name of a model on your Ollama server.")
    ] = None,
    seed: Annotated[int | None, typer.Option(help="The same seed gives the same example and questions.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """A short lesson: what it is, a picture of it, a worked example, a common mistake, three quick questions.

    `lemma practice --topic list` prints the topics that need no model.

    Example: lemma explain fractions --level beginner
    """
    from bot import asking, explaining
    from maths.verdict import Level
    from tutor.types import Language

    for_whom, spoken = asking.one_of(Level, "--level", level), asking.one_of(Language, "--language", language)
    raise typer.Exit(explaining.run(topic, subject, for_whom, spoken, model=model, seed=seed, as_json=as_json))


@app.command()
def decide(jsonl: Jsonl = False) -> None:
    """Exact answers from statements, one JSON object a line.

    In: {"id","problem"}. Out: {"id","answer","latex","method","reason","seconds"}; the answer is null
    unless two independent routes agree.

    Example: echo '{"id": 1, "problem": "Factor x^2-5x+6"}' | lemma decide --jsonl
    """
    _lines("decide", jsonl=jsonl)


@app.command()
def check(jsonl: Jsonl = False) -> None:
    """Verdicts on answers, one JSON object a line.

    In: {"id","problem","answer"}. Out: {"id","standing","method","reason","seconds"}; the standing is
    verified, refuted or unchecked.
    """
    _lines("check", jsonl=jsonl)


@app.command()
def grade(jsonl: Jsonl = False) -> None:
    """Answers against the expected ones, one JSON object a line.

    In: {"id","expected","given"} and optionally "type","form","unit","tolerance","ordered". Out:
    {"id","outcome","reason","seconds"}; the outcome is equal, different or unreadable.
    """
    _lines("grade", jsonl=jsonl)


@app.command()
def audit(jsonl: Jsonl = False) -> None:
    """The arithmetic of workings, one JSON object a line.

    In: {"id","text"} and optionally "problem". Out: {"id","standing","lines","seconds"}; each line is
    verified, refuted or not_judged.
    """
    _lines("audit", jsonl=jsonl)


@app.command()
def picture(
    out: Annotated[Path, typer.Option("--out", help="The folder the files are written to.")],
    jsonl: Jsonl = False,
) -> None:
    """Pages of text and mathematics as PNG files, one JSON object a line.

    In: {"id","text"} and optionally "language", "theme". Out: {"id","pages","alt","fallbacks","seconds"}; the text is
    Markdown, its mathematics $LaTeX$; fallbacks counts formulas that only their source could show.

    Example: echo '{"id": 1, "text": "$x^2$"}' | lemma picture --jsonl --out pages
    """
    _must_be_lines("picture", jsonl=jsonl)
    from bot import picturing

    picturing.run(out)


@app.command(name="eval")
def evaluate(
    file: Annotated[Path, typer.Argument(help='JSON lines with "problem" and "answer".')],
    model: Annotated[str | None, typer.Option(help="embedded, or the name of a model on your server.")] = None,
    samples: Annotated[int, typer.Option(min=1, max=100, help="How often each question is asked.")] = 1,
    limit: Annotated[int | None, typer.Option(min=1, help="Ask the first so many questions only.")] = None,
    language: Annotated[str, typer.Option(help="Language of the questions: en or ko.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure a model: alone, and with Lemma's mathematics behind it.

    A run that was stopped goes on where it was. What is measured of cross-checked answers is what replies
    then say of them. Example: lemma eval questions.jsonl --model phi4-mini-reasoning
    """
    from bot import asking, evaluating
    from bot.starting import settings_or_exit
    from tutor.types import Language

    settings = asking.with_model(settings_or_exit(), model)
    spoken = asking.one_of(Language, "--language", language)
    asked = evaluating.Asked(file, samples, limit, spoken)
    raise typer.Exit(evaluating.run(settings, asked, as_json=as_json))


@app.command()
def doctor() -> None:
    """Look at everything Lemma needs, and say how to mend it."""
    from bot import doctor as examination

    raise typer.Exit(examination.run())


@model_app.command("list")
def model_list(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """The backends and the models that matter for mathematics: which fit this machine, which are here.

    Published figures and their sources are in the JSON.
    """
    from bot import models

    models.show(as_json=as_json)


@model_app.command("fetch")
def model_fetch() -> None:
    """Download the small demonstration model (93 MB) and check it."""
    from bot import models

    raise typer.Exit(models.fetch())


@model_app.command("try")
def model_try(
    name: Annotated[str, typer.Argument(help=NAME)],
    question: Annotated[str, typer.Argument(help="What to ask it.")],
    language: Annotated[str, typer.Option(help="en or ko.")] = "en",
    thinking: Annotated[bool, typer.Option(help="Show what it thinks, dimmed, before it answers.")] = True,
) -> None:
    """Ask one model one question and watch it write; nothing is checked or kept.

    Example: lemma model try qwen3:4b "What is 7 * 8?"
    """
    from bot import asking, trying
    from bot.starting import settings_or_exit
    from tutor.types import Language

    settings = asking.with_model(settings_or_exit(), name)
    spoken = asking.one_of(Language, "--language", language)
    raise typer.Exit(trying.run(settings, question, spoken, thinking=thinking))


@model_app.command("bench")
def model_bench(
    name: Annotated[str, typer.Argument(help=NAME)],
    context: Annotated[bool, typer.Option("--context", help="Also where a long text starts to be lost.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure a model here: first token, tokens/s, memory, at 1, 4 and 8 at once; whether its JSON is valid.

    Example: lemma model bench phi4-mini-reasoning --context
    """
    from bot import asking, benching
    from bot.starting import settings_or_exit

    settings = asking.with_model(settings_or_exit(), name)
    raise typer.Exit(benching.run(settings, context=context, as_json=as_json))


def _must_be_lines(command: str, *, jsonl: bool) -> None:
    if not jsonl:
        typer.echo(f"lemma {command} works on lines: give --jsonl and one JSON object a line (see --help).", err=True)
        raise typer.Exit(2)


def _lines(command: str, *, jsonl: bool) -> None:
    _must_be_lines(command, jsonl=jsonl)
    from bot import lines

    lines.run(command)


def main() -> None:
    app()


if __name__ == "__main__":
    main()
