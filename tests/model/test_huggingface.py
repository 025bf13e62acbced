"""Transformers in a process of its own: batches, adapters, what the checkpoint's template does, bad days.

The larger part needs torch (`make test-hf`); what is pure, and what is said before anything is loaded, runs anywhere.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest
import pytest_asyncio

from model.huggingface import HuggingFace, open_huggingface
from model.huggingface_failures import sentence
from model.settings import HuggingFaceSettings, ModelSettings
from model.transformer.failures import WrongError
from model.transformer.loading import Loaded
from model.transformer.prompts import Request, Spelling, written
from tutor.errors import ModelUnavailableError, PromptTooLongError
from tutor.ports import Finish, Prompt, Text, Thought
from tutor.types import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from model.huggingface import Transformer
    from tutor.ports import Piece

SHORT = Prompt("You are a helpful tutor.", "What is 2 + 3?", max_tokens=10)
QUESTIONS = (
    SHORT,
    Prompt("", "Say hello.", max_tokens=6),
    Prompt("You are a helpful tutor.", "What is seven times eight, and why? " * 12, max_tokens=10),
    Prompt("", "한국어로 인사해 주세요.", max_tokens=8),
    Prompt("Answer in JSON.", "What is 4 + 4?", max_tokens=12, schema={"type": "integer", "maximum": 999}),
    Prompt("", "Name three primes.", max_tokens=3),
    Prompt("You are a poet.", "Why is the sky blue?", max_tokens=10),
    Prompt("", "Who are you?", max_tokens=9),
)
ENDLESS = Prompt("", "Count.", max_tokens=400, schema={"type": "array", "items": {"const": 1}, "minItems": 300})


async def _read(model: HuggingFace, prompt: Prompt = SHORT) -> list[Piece]:
    return [piece async for piece in model.stream(prompt)]


def _text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, Text))


async def _texts(model: HuggingFace, prompts: tuple[Prompt, ...]) -> list[str]:
    return [_text(pieces) for pieces in await asyncio.gather(*(_read(model, prompt) for prompt in prompts))]


async def _alone(model: HuggingFace, prompts: tuple[Prompt, ...]) -> list[str]:
    return [_text(await _read(model, prompt)) for prompt in prompts]


async def _one_after_another_begun(model: HuggingFace, prompts: tuple[Prompt, ...]) -> list[str]:
    """Each is asked when the one before has said its first word."""

    async def read(prompt: Prompt, begun: asyncio.Event) -> str:
        pieces = []
        async for piece in model.stream(prompt):
            pieces.append(piece)
            begun.set()
        return _text(pieces)

    readers = []
    for prompt in prompts:
        begun = asyncio.Event()
        readers.append(asyncio.create_task(read(prompt, begun)))
        await begun.wait()
    return list(await asyncio.gather(*readers))


async def _process(model: HuggingFace) -> Transformer:
    await model.check()
    assert model.process is not None
    return model.process


def _tiny(checkpoints: Path, folder: str | Path = "tiny") -> HuggingFaceSettings:
    return HuggingFaceSettings(path=checkpoints / folder, threads=1, slots=8, num_ctx=512, timeout=120)


async def _until_writing(model: HuggingFace, texts: int, within: float) -> None:
    process = await _process(model)
    async with asyncio.timeout(within):
        while (await process.report())["writing"] != texts:
            pass


# Batches and adapters, on the small model


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def adapted(huggingface_settings: HuggingFaceSettings, checkpoints: Path) -> AsyncIterator[HuggingFace]:
    adapters = {"one": checkpoints / "one", "two": checkpoints / "two"}
    async with open_huggingface(huggingface_settings.model_copy(update={"adapters": adapters})) as model:
        yield model


@pytest.mark.hf
@pytest.mark.asyncio(loop_scope="module")
async def test_prompts_written_together_read_as_alone(adapted: HuggingFace) -> None:
    alone = await _alone(adapted, QUESTIONS)

    assert await _texts(adapted, QUESTIONS) == alone
    assert await _one_after_another_begun(adapted, QUESTIONS[:5]) == alone[:5]
    assert len(set(alone)) == len(QUESTIONS)
    assert alone[4].strip().isdigit()


@pytest.mark.hf
@pytest.mark.asyncio(loop_scope="module")
async def test_adapters_are_switched_per_request_and_mixed_in_a_batch(adapted: HuggingFace) -> None:
    asked = tuple(replace(SHORT, adapter=name) for name in ("", "one", "two", ""))

    base, one, two, again = await _alone(adapted, asked)

    assert base == again == _text(await _read(adapted)), "without an adapter of the settings, none is the default"
    assert len({base, one, two}) == 3
    assert await _texts(adapted, asked) == [base, one, two, base]
    with pytest.raises(ModelUnavailableError, match="no adapter called three"):
        await _read(adapted, replace(SHORT, adapter="three"))


@pytest.mark.hf
async def test_adapters_that_cannot_share_a_batch_are_switched_between_batches(checkpoints: Path) -> None:
    """Magnitudes of DoRA are the whole layer's: rows with another adapter stand in another batch."""
    adapters = {"plain": checkpoints / "tiny-adapter", "dora": checkpoints / "tiny-dora"}
    async with open_huggingface(_tiny(checkpoints).model_copy(update={"adapters": adapters})) as model:
        asked = tuple(replace(SHORT, adapter=name) for name in ("", "dora", "plain", "", "dora"))
        alone = await _alone(model, asked)
        assert await _texts(model, asked) == alone
        assert await _one_after_another_begun(model, asked) == alone
    assert (alone[0], alone[1]) == (alone[3], alone[4])
    assert len(set(alone)) == 3
    async with open_huggingface(_tiny(checkpoints)) as model:
        assert _text(await _read(model)) == alone[0], "none is what it was before any was loaded"


@pytest.mark.hf
@pytest.mark.asyncio(loop_scope="module")
async def test_a_prompt_given_up_while_it_is_read_frees_its_slot_within_a_second(adapted: HuggingFace) -> None:
    reader = asyncio.create_task(_read(adapted, Prompt("", "seven times eight " * 220, max_tokens=8)))
    await _until_writing(adapted, 1, within=10.0)

    reader.cancel()
    await asyncio.gather(reader, return_exceptions=True)

    await _until_writing(adapted, 0, within=1.0)


@pytest.mark.hf
@pytest.mark.asyncio(loop_scope="module")
async def test_sampling_is_the_prompts_own(adapted: HuggingFace) -> None:
    freely = replace(SHORT, temperature=2.0, max_tokens=8)

    greedy, narrow, *drawn = await _texts(adapted, (SHORT, replace(freely, top_p=1e-6), freely, freely, freely))

    assert greedy.startswith(narrow), "the likeliest token alone is in the nucleus"
    assert len({greedy, *drawn}) > 2


@pytest.mark.hf
@pytest.mark.asyncio(loop_scope="module")
async def test_memory_that_runs_out_costs_the_text_and_not_the_process(adapted: HuggingFace) -> None:
    pid = (await _process(adapted)).process.pid
    unlimited = resource.prlimit(pid, resource.RLIMIT_DATA)
    resource.prlimit(pid, resource.RLIMIT_DATA, (1 << 20, unlimited[1]))
    with pytest.raises(ModelUnavailableError, match="needs more memory than this machine has"):
        await _read(adapted, Prompt("", "seven times eight " * 220, max_tokens=300))
    resource.prlimit(pid, resource.RLIMIT_DATA, unlimited)

    assert isinstance((await _read(adapted))[-1], Finish)
    assert (await _process(adapted)).process.pid == pid
    assert not {"DISCORD_TOKEN", "LEMMA_DATA_DIR"} & set(psutil.Process(pid).environ())


# Kinds of models, as tiny as can be


@pytest.mark.hf
@pytest.mark.parametrize("kind", ["sliding", "hybrid"])
async def test_windows_and_layers_without_attention_are_written_together_too(kind: str, checkpoints: Path) -> None:
    settings = _tiny(checkpoints, kind).model_copy(update={"num_ctx": 4096})
    async with open_huggingface(settings) as model:
        alone = await _alone(model, QUESTIONS)

        assert await _texts(model, QUESTIONS) == alone
        assert await _one_after_another_begun(model, QUESTIONS) == alone
        with pytest.raises(PromptTooLongError, match="512 tokens"):  # the checkpoint's own limit holds too
            await _read(model, Prompt("", "x " * 600))


@pytest.mark.hf
async def test_the_checkpoints_template_is_used_whatever_it_does(checkpoints: Path, tmp_path: Path) -> None:
    """This one refuses a system message and opens the thinking itself."""
    folder = tmp_path / "thinker"
    shutil.copytree(checkpoints / "tiny", folder)
    (folder / "chat_template.jinja").write_text(
        "{% for message in messages %}{% if message.role == 'system' %}{{ raise_exception('no') }}{% endif %}"
        "{{ message.content }}{% endfor %}<think>\n"
    )
    async with open_huggingface(_tiny(checkpoints, folder)) as model:
        thoughts = await _read(model)
        filled = await _read(model, replace(SHORT, schema={"type": "integer", "maximum": 9}))

    assert {type(piece) for piece in thoughts[:-1]} == {Thought}
    assert thoughts[-1] == Finish(truncated=True)
    assert isinstance(json.loads(_text(filled)), int)
    assert not any(isinstance(piece, Thought) and piece.text for piece in filled)


@pytest.mark.hf
def test_no_control_token_comes_from_what_somebody_typed(checkpoints: Path) -> None:
    program = (
        "import sys\n"
        "from types import SimpleNamespace\n"
        "from transformers import AddedToken, AutoTokenizer\n"
        "from model.transformer.prompts import Request, written\n"
        "tokenizer = AutoTokenizer.from_pretrained(sys.argv[1])\n"
        "tokenizer.add_tokens([AddedToken('<think>', special=False), AddedToken('apple', special=False)])\n"
        "loaded = SimpleNamespace(tokenizer=tokenizer, context=4096)\n"
        "def ids(typed):\n"
        "    messages = ({'role': 'system', 'content': 'Be kind.'}, {'role': 'user', 'content': typed})\n"
        "    return written(Request(1, messages, 64, 0.0, 1.0, None, ''), loaded).ids\n"
        "control = set(tokenizer.all_special_ids) | set(tokenizer.convert_tokens_to_ids(['<think>']))\n"
        "def controls(typed):\n"
        "    return sum(token in control for token in ids(typed))\n"
        "everything = ''.join(tokenizer.added_tokens_decoder[token].content for token in control)\n"
        "assert '<|im_start|>' in everything and '<think>' in everything\n"
        "print(controls('2 + 3'), controls(everything), controls('<|im_<|im_end|>start|>'), controls('<think>'))\n"
        "print(tokenizer.decode(ids('[INST] <bos> apple<|im_end|>')))\n"
    )
    command = [sys.executable, "-c", program, str(checkpoints / "tiny")]
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603

    counts, *decoded = told.stdout.splitlines()
    assert len(set(counts.split())) == 1, "only the template's own, whatever was typed"
    assert any("[INST] <bos> apple< |im_end|>" in line for line in decoded), "what is no token of this one is text"


# Bad days


@pytest.mark.hf
async def test_a_process_killed_between_questions_and_in_the_middle(checkpoints: Path) -> None:
    async with open_huggingface(_tiny(checkpoints)) as model:
        first = (await _process(model)).process
        os.kill(first.pid, signal.SIGKILL)
        assert isinstance((await _read(model))[-1], Finish)
        second = (await _process(model)).process
        assert second.pid != first.pid

        stream = model.stream(ENDLESS)
        assert isinstance(await anext(stream), Text)
        os.kill(second.pid, signal.SIGKILL)
        with pytest.raises(ModelUnavailableError, match="broke off"):
            async for _ in stream:
                pass
        assert isinstance((await _read(model))[-1], Finish)
        last = psutil.Process((await _process(model)).process.pid)

    assert not last.is_running(), "it ends with its opener"


@pytest.mark.hf
async def test_an_adapter_for_another_model_is_said_in_a_sentence(checkpoints: Path) -> None:
    async with open_huggingface(_tiny(checkpoints).model_copy(update={"adapter": checkpoints / "one"})) as model:
        with pytest.raises(ModelUnavailableError, match="The adapter one was made for another model"):
            await _read(model)


@pytest.mark.hf
def test_what_is_wrong_with_a_checkpoint_is_told_apart(checkpoints: Path, tmp_path: Path) -> None:
    tiny = checkpoints / "tiny"

    def broken(name: str, *, without: str = "", **config: object) -> str:
        shutil.copytree(tiny, tmp_path / name)
        (tmp_path / name / (without or "nothing")).unlink(missing_ok=True)
        told = json.loads((tmp_path / name / "config.json").read_text()) | config
        (tmp_path / name / "config.json").write_text(json.dumps(told))
        return str(tmp_path / name)

    cut = Path(broken("cut")) / "model.safetensors"
    cut.write_bytes(cut.read_bytes()[:100_000])
    code = {"auto_map": {"AutoConfig": "own.Own", "AutoModelForCausalLM": "own.OwnForCausalLM"}, "model_type": "own"}
    cases = {
        broken("no-template", without="chat_template.jinja"): "no_chat_template",
        broken("own-code", **code): "own_code",
        str(cut.parent): "model_unreadable",
        str(checkpoints / "one"): "model_missing",
    }
    program = (
        "import json, sys\n"
        "from model.transformer.failures import WrongError\n"
        "from model.transformer.loading import load\n"
        "asked = {'num_ctx': 512, 'threads': 1, 'precision': 'bf16', 'trust_remote_code': False, 'adapters': {}}\n"
        "for model in sys.argv[1:]:\n"
        "    try:\n"
        "        load(asked | {'model': model})\n"
        "    except WrongError as error:\n"
        "        print(error.kind)\n"
    )
    told = subprocess.run([sys.executable, "-c", program, *cases], capture_output=True, text=True, check=True)  # noqa: S603

    assert told.stdout.split() == list(cases.values())


@pytest.mark.hf
def test_without_its_adapter_a_model_computes_what_it_did_before_bit_for_bit(checkpoints: Path) -> None:
    program = (
        "import sys, torch\n"
        "from model.transformer.loading import load\n"
        "tiny, adapter = sys.argv[1:]\n"
        "asked = {'model': tiny, 'num_ctx': 512, 'threads': 1, 'precision': 'fp32', 'trust_remote_code': False}\n"
        "ids = torch.tensor([[5, 60, 7]] * 2)\n"
        "plain = load(asked | {'adapters': {}}).forward(['', ''], input_ids=ids).logits\n"
        "loaded = load(asked | {'adapters': {'a': adapter}})\n"
        "adapted = loaded.forward(['a', 'a'], input_ids=ids).logits\n"
        "disabled = loaded.forward(['', ''], input_ids=ids).logits\n"
        "mixed = loaded.forward(['', 'a'], input_ids=ids).logits\n"
        "print(torch.equal(plain, disabled), torch.equal(plain, adapted))\n"
        "print(torch.equal(mixed[0], plain[0]), torch.allclose(mixed[1], adapted[1], atol=1e-5))\n"
    )
    command = [sys.executable, "-c", program, str(checkpoints / "tiny"), str(checkpoints / "tiny-adapter")]
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603

    assert told.stdout.split() == ["True", "False", "True", "True"]


@pytest.mark.hf
async def test_four_bits_where_what_makes_them_is_installed(checkpoints: Path) -> None:
    async with open_huggingface(_tiny(checkpoints).model_copy(update={"precision": "nf4"})) as model:
        if find_spec("bitsandbytes") is None:
            with pytest.raises(ModelUnavailableError, match=r"pip install -e '\.\[hf,nf4\]'"):
                await model.check()
        else:
            assert isinstance((await _read(model))[-1], Finish)


@pytest.mark.hf
def test_it_ends_when_its_parent_is_killed(checkpoints: Path) -> None:
    program = (
        "import asyncio, sys\n"
        "from model.huggingface import open_huggingface\n"
        "from model.settings import HuggingFaceSettings\n"
        "async def main():\n"
        "    async with open_huggingface(HuggingFaceSettings.model_validate_json(sys.argv[1])) as model:\n"
        "        await model.check()\n"
        "        print(model.process.process.pid, flush=True)\n"
        "        await asyncio.sleep(600)\n"
        "asyncio.run(main())\n"
    )
    settings = _tiny(checkpoints).model_dump_json()
    with subprocess.Popen([sys.executable, "-c", program, settings], stdout=subprocess.PIPE, text=True) as parent:  # noqa: S603
        assert parent.stdout is not None
        lines = (line for line in parent.stdout if line.strip().isdigit())
        process = psutil.Process(int(next(lines)))
        parent.kill()

    process.wait(timeout=10)


async def test_who_asks_while_the_model_is_loading_is_told_so(checkpoints_folder: Path) -> None:
    """Loading goes on meanwhile: it is not begun anew by every question."""
    settings = HuggingFaceSettings(path=checkpoints_folder, timeout=0.05)
    async with open_huggingface(settings) as model:
        with pytest.raises(ModelUnavailableError, match=r"still being loaded|not installed"):
            await _read(model)


@pytest.fixture
def checkpoints_folder(tmp_path: Path) -> Path:
    (tmp_path / "config.json").write_text("{}")
    return tmp_path


# What needs no torch


@pytest.mark.skipif(find_spec("torch") is not None, reason="torch is installed here")
async def test_where_nothing_is_installed_the_sentence_says_how_to(tmp_path: Path) -> None:
    async with open_huggingface(HuggingFaceSettings(path=tmp_path)) as model:
        with pytest.raises(ModelUnavailableError, match=r"pip install -e '\.\[hf\]'"):
            await _read(model)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"path": Path("/nowhere/phi")}, "There is no model phi on this machine"),
        ({"path": Path("/"), "adapter": Path("/nowhere/algebra")}, "The adapter algebra is not there"),
        ({"path": Path("/"), "adapters": {"x": Path("/nowhere/algebra")}}, "The adapter algebra is not there"),
    ],
)
async def test_a_folder_that_is_not_there_is_never_asked_of_the_hub(given: dict[str, Any], says: str) -> None:
    async with open_huggingface(HuggingFaceSettings(**given)) as model:
        with pytest.raises(ModelUnavailableError, match=says):
            await model.check()
        assert model.process is None


def test_the_operators_settings_become_a_checkpoint_and_a_name(tmp_path: Path) -> None:
    hub = ModelSettings(backend="huggingface", adapter="~/algebra", precision="nf4").chosen(tmp_path)
    local = ModelSettings(backend="huggingface", path=Path("/models/phi"), trust_remote_code=True).chosen(tmp_path)

    assert isinstance(hub, HuggingFaceSettings)
    assert isinstance(local, HuggingFaceSettings)
    assert (hub.checkpoint, hub.adapter, hub.precision) == (
        "microsoft/Phi-4-mini-reasoning",
        Path("~/algebra"),
        "nf4",
    )
    assert (local.checkpoint, local.label, local.trust_remote_code) == ("/models/phi", "phi", True)
    assert not hub.trust_remote_code
    assert HuggingFace(local).writer == Writer("phi")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("not_installed", "[hf]"),
        ("no_quantization", "[hf,nf4]"),
        ("model_missing", "LEMMA_MODEL__NAME"),
        ("own_code", "LEMMA_MODEL__TRUST_REMOTE_CODE"),
        ("no_chat_template", "instruct"),
        ("memory", "LEMMA_MODEL__PRECISION"),
        ("model_unreadable", "Lemma's log"),
        ("adapter_missing", "adapter_config.json"),
        ("adapter_for_another_model", "another model"),
        ("adapter_unknown", "called algebra"),
    ],
)
def test_every_kind_of_wrong_has_its_sentence(wrong: str, says: str) -> None:
    assert says in str(sentence(wrong, HuggingFaceSettings(), "/home/op/algebra"))
    assert "/home/op" not in str(sentence(wrong, HuggingFaceSettings(), "/home/op/algebra"))


@pytest.fixture(scope="module")
def of_bytes() -> Any:  # noqa: ANN401 - transformers has no types here
    """A real tokenizer whose tokens are bytes, and whose template is the messages themselves."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokenizer = Tokenizer(models.BPE({letter: number for number, letter in enumerate(letters)}, []))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.decoder = decoders.ByteLevel()
    template = "{% for message in messages %}{{ message.content }}{% endfor %}"
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, chat_template=template)


@pytest.mark.hf
@pytest.mark.parametrize("text", ["plain", "한국어 인사 🙂!", "√2 ≤ π"])
def test_letters_of_several_tokens_come_whole_and_nothing_is_lost(text: str, of_bytes: Any) -> None:  # noqa: ANN401
    spelling, tokens = Spelling(of_bytes), of_bytes(text)["input_ids"]

    pieces = [spelling.add(token) for token in tokens]

    assert len(tokens) == len(text.encode())
    assert "".join(pieces) == text
    assert "\ufffd" not in "".join(pieces)
    assert spelling.rest() == ""


@pytest.mark.hf
def test_an_unfinished_letter_is_told_at_the_end(of_bytes: Any) -> None:  # noqa: ANN401
    spelling = Spelling(of_bytes)
    pieces = [spelling.add(token) for token in of_bytes("a한")["input_ids"][:-1]]

    assert "".join(pieces) == "a"
    assert spelling.rest() == "\ufffd"


@pytest.mark.hf
@pytest.mark.parametrize(("length", "max_tokens", "limit"), [(500, 12, 12), (256, 900, 256), (12, 2000, 500)])
def test_what_fits_exactly_is_taken_and_one_token_more_is_refused(
    length: int,
    max_tokens: int,
    limit: int,
    of_bytes: Any,  # noqa: ANN401
) -> None:
    loaded = Loaded(None, of_bytes, 512, frozenset(), frozenset())

    def request(tokens: int) -> Request:
        return Request(1, ({"role": "user", "content": "x" * tokens},), max_tokens, 0.0, 1.0, None, "")

    assert written(request(length), loaded).limit == limit
    most = 512 - min(max_tokens, 256)
    assert len(written(request(most), loaded).ids) == most
    with pytest.raises(WrongError, match="too_long"):
        written(request(most + 1), loaded)
