"""The embedded engine as a process: it may die, and must not outlive us."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import TYPE_CHECKING

import aiohttp
import psutil
import pytest

from model.embedded import Embedded, open_embedded
from model.settings import EmbeddedSettings, ModelSettings
from tutor import prompts
from tutor.errors import ModelUnavailableError, PromptTooLongError
from tutor.ports import Finish, Prompt, Text
from tutor.sections import condensed
from tutor.types import Language, Level, Question, Writer

if TYPE_CHECKING:
    from pathlib import Path

    from model.engine import Engine
    from tutor.ports import Piece

SHORT = Prompt("You are a tutor.", "What is 2 + 3?", max_tokens=4)
DIGITS = {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 9}, "minItems": 300, "maxItems": 300}
LONG = Prompt("Answer in JSON.", "List digits.", max_tokens=800, schema=DIGITS)


async def _read(model: Embedded, prompt: Prompt = SHORT) -> list[Piece]:
    return [piece async for piece in model.stream(prompt)]


async def _started(model: Embedded) -> Engine:
    await model.check()
    assert model.engine is not None
    return model.engine


async def _warm(model: Embedded) -> Engine:
    """The engine that nobody asked for."""
    async with asyncio.timeout(20):
        while (engine := model.engine) is None:  # noqa: ASYNC110 - nobody is told
            await asyncio.sleep(0.01)
    return engine


async def _is_busy(engine: Engine) -> bool:
    headers = {"Authorization": f"Bearer {engine.key}"}
    async with aiohttp.ClientSession() as session, session.get(f"{engine.url}/slots", headers=headers) as answer:
        return any(slot["is_processing"] for slot in await answer.json())


async def test_the_engine_warms_up_in_the_background_and_ends_with_its_opener(
    embedded_settings: EmbeddedSettings, capfd: pytest.CaptureFixture[str]
) -> None:
    async with open_embedded(embedded_settings) as model:
        assert model.engine is None, "opening does not wait"
        process = psutil.Process((await _warm(model)).process.pid)
        assert model.writer == Writer("SmolLM2-135M-Instruct", demonstration=True)
        await _read(model)

    assert not process.is_running()
    assert "llama" not in "".join(capfd.readouterr()), "native code writes into our log, not on our terminal"


async def test_only_this_machine_with_the_key_is_answered_and_no_secret_is_passed_on(
    embedded_settings: EmbeddedSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "t0ken")
    async with open_embedded(embedded_settings) as model, aiohttp.ClientSession() as session:
        engine = await _started(model)
        process = psutil.Process(engine.process.pid)

        assert {c.laddr.ip for c in process.net_connections() if c.status == psutil.CONN_LISTEN} == {"127.0.0.1"}
        assert "DISCORD_TOKEN" not in process.environ()
        assert engine.key not in " ".join(process.cmdline())
        async with session.post(f"{engine.url}/v1/chat/completions", json={}) as answer:
            assert answer.status == 401


async def test_an_engine_killed_between_questions_is_started_again(embedded_settings: EmbeddedSettings) -> None:
    async with open_embedded(embedded_settings) as model:
        first = await _started(model)
        os.kill(first.process.pid, signal.SIGKILL)

        pieces = await _read(model)

        assert pieces[-1] == Finish(truncated=True)
        assert model.engine is not None
        assert model.engine.process.pid != first.process.pid


async def test_an_engine_killed_before_its_first_word_is_started_again_and_asked_again(
    embedded_settings: EmbeddedSettings,
) -> None:
    async with open_embedded(embedded_settings) as model:
        first = await _started(model)
        reader = asyncio.create_task(_read(model, Prompt("", "seven times eight " * 60, max_tokens=2)))
        async with asyncio.timeout(10):
            while not await _is_busy(first):  # noqa: ASYNC110 - the engine can only be asked
                await asyncio.sleep(0.01)
        os.kill(first.process.pid, signal.SIGKILL)

        pieces = await reader

    assert isinstance(pieces[-1], Finish)


async def test_an_engine_killed_in_the_middle_is_an_error_and_the_next_question_is_answered(
    embedded_settings: EmbeddedSettings,
) -> None:
    async with open_embedded(embedded_settings) as model:
        engine = await _started(model)
        stream = model.stream(LONG)
        assert isinstance(await anext(stream), Text)
        os.kill(engine.process.pid, signal.SIGKILL)

        with pytest.raises(ModelUnavailableError, match="broke off"):
            async for _ in stream:
                pass

        assert isinstance((await _read(model))[-1], Finish)


async def test_the_engine_ends_when_its_parent_is_killed(embedded_settings: EmbeddedSettings) -> None:
    """However the parent ends: its end of the pipe closes."""
    program = (
        "import asyncio, sys\n"
        "from model.embedded import open_embedded\n"
        "from model.settings import EmbeddedSettings\n"
        "async def main():\n"
        "    async with open_embedded(EmbeddedSettings.model_validate_json(sys.argv[1])) as model:\n"
        "        await model.check()\n"
        "        sys.stdout.write(f'pid {model.engine.process.pid}\\n'); sys.stdout.flush()\n"
        "        await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, embedded_settings.model_dump_json(), stdout=asyncio.subprocess.PIPE
    )
    assert parent.stdout is not None
    words: list[bytes] = []
    async with asyncio.timeout(30):
        while words[:1] != [b"pid"]:
            words = (await parent.stdout.readline()).split()
    engine = psutil.Process(int(words[1]))

    parent.kill()
    await parent.wait()

    async with asyncio.timeout(3):
        while engine.is_running() and engine.status() != psutil.STATUS_ZOMBIE:  # noqa: ASYNC110 - not our child
            await asyncio.sleep(0.02)


async def test_a_model_that_is_not_there_is_a_sentence_and_not_a_failed_start(tmp_path: Path) -> None:
    chosen = ModelSettings(backend="embedded").chosen(tmp_path)
    assert isinstance(chosen, EmbeddedSettings)
    async with open_embedded(chosen) as model:
        with pytest.raises(ModelUnavailableError, match="lemma model fetch"):
            await model.check()
        with pytest.raises(ModelUnavailableError, match="lemma model fetch"):
            await _read(model)


@pytest.mark.parametrize("content", [b"", b"GGUF but not really", b"\0" * 5000], ids=["empty", "cut", "nothing"])
async def test_a_file_that_is_no_model_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.gguf"
    path.write_bytes(content)
    chosen = ModelSettings(backend="embedded", path=path).chosen(tmp_path)
    assert isinstance(chosen, EmbeddedSettings)
    async with open_embedded(chosen) as model:
        with pytest.raises(ModelUnavailableError, match="could not be loaded"):
            await _read(model)


async def test_a_model_of_ones_own_is_no_demonstration(embedded_settings: EmbeddedSettings, tmp_path: Path) -> None:
    own = tmp_path / "MyModel-Q4.gguf"
    own.symlink_to(embedded_settings.path)
    chosen = ModelSettings(backend="embedded", path=own, threads=1).chosen(tmp_path)
    assert isinstance(chosen, EmbeddedSettings)

    async with open_embedded(chosen) as model:
        assert model.writer == Writer("MyModel-Q4", demonstration=False)
        assert isinstance((await _read(model))[-1], Finish)


async def test_a_text_beyond_the_context_is_summarised_section_by_section(embedded_settings: EmbeddedSettings) -> None:
    story = " ".join(f"On day {day} Ann picked {day} apples and gave two of them away." for day in range(30))
    question = Question(story, Level.BEGINNER, Language.ENGLISH)
    async with open_embedded(embedded_settings.model_copy(update={"num_ctx": 704, "slots": 1})) as model:
        with pytest.raises(PromptTooLongError):
            await anext(model.stream(prompts.summary(question)))
        shorter = await condensed(model, question)
    assert shorter.text.strip()
    assert len(shorter.text) < len(story)
