"""What an operator chooses about the language model: one flat set of variables, one object per backend.

The variables are flat (`LEMMA_MODEL__NAME`, `LEMMA_MODEL__NUM_CTX`, ...) and each may stand in `.env`
whatever the backend is; `ModelSettings.chosen` hands a backend only what is its own.
"""

from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, model_validator

from model.demonstration import DEMONSTRATION, fetched


def _server_address(value: str) -> str:
    parts = urlsplit(value if "://" in value else f"http://{value}")
    reason = "write it as http://127.0.0.1:11434"
    try:
        port = parts.port
    except ValueError as error:
        raise ValueError(reason) from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise ValueError(reason)
    if parts.username or parts.password:
        raise ValueError("leave the key out of the address and set LEMMA_MODEL__API_KEY")
    return value


def _addresses(value: str) -> list[str]:
    return [_server_address(part.strip()) for part in value.split(",")]


Seconds = Annotated[float, Field(gt=0, le=3600)]
Tokens = Annotated[int, Field(ge=256, le=4_194_304)]
Slots = Annotated[int, Field(ge=1, le=256)]
Threads = Annotated[int, Field(ge=1, le=512)]
ServerAddress = Annotated[str, AfterValidator(_server_address)]
ServerAddresses = Annotated[str, AfterValidator(lambda value: ",".join(_addresses(value)))]
Precision: TypeAlias = Literal["auto", "bf16", "fp32", "nf4"]
ModelName = Annotated[str, Field(min_length=1, max_length=200)]
AdapterName = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^\w[\w .+-]*$")]
MOST_ADAPTERS = 23  # that a moderator can choose from: Discord lists 25 things, two of them are the default and none


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NoModel(_Frozen):
    """Mathematics alone."""

    backend: Literal["none"] = "none"


class ScriptedSettings(_Frozen):
    """A model that says what it was told to, over and over: for demonstrations and tests."""

    backend: Literal["scripted"] = "scripted"
    name: ModelName = "scripted"
    texts: tuple[str, ...] = ("This text was written beforehand, not by a model.",)
    replay: Path | None = None
    slots: Slots = 4


class EmbeddedSettings(_Frozen):
    """llama.cpp on this machine. `num_ctx` is what one slot may hold, prompt and answer together."""

    backend: Literal["embedded"] = "embedded"
    path: Path
    demonstration: bool
    name: ModelName
    num_ctx: Tokens = 2048
    slots: Slots = 2
    threads: Threads | None = None
    timeout: Seconds = 120.0
    adapter: Path | None = None
    adapters: dict[str, Path] = {}


class OllamaSettings(_Frozen):
    """An Ollama server, and `others` of the same model.

    `slots` should not exceed a server's OLLAMA_NUM_PARALLEL, which is 1 by default.
    """

    backend: Literal["ollama"] = "ollama"
    name: ModelName = "phi4-mini-reasoning"
    host: ServerAddress = "http://127.0.0.1:11434"
    api_key: SecretStr | None = None
    num_ctx: Tokens = 8192
    slots: Slots = 1
    timeout: Seconds = 120.0
    adapter: ModelName | None = None
    adapters: dict[str, ModelName] = {}
    others: tuple[ServerAddress, ...] = ()

    def served(self, adapter: str | None) -> str:
        """The server's name for the model with an adapter: "" without any, None with what the operator chose."""
        return _served(self, adapter)


class OpenAISettings(_Frozen):
    """A server of OpenAI's /v1, and `others` of the same model. Each of them writes `slots` texts at once."""

    backend: Literal["openai"] = "openai"
    name: ModelName = "default"
    host: ServerAddress = "http://127.0.0.1:8080/v1"
    api_key: SecretStr | None = None
    num_ctx: Tokens = 8192
    slots: Slots = 4
    timeout: Seconds = 120.0
    adapter: ModelName | None = None
    adapters: dict[str, ModelName] = {}
    others: tuple[ServerAddress, ...] = ()

    def served(self, adapter: str | None) -> str:
        """The server's name for the model with an adapter: "" without any, None with what the operator chose."""
        return _served(self, adapter)


def _served(settings: OllamaSettings | OpenAISettings, adapter: str | None) -> str:
    if adapter is None:
        return settings.adapter or settings.name
    return settings.adapters.get(adapter, adapter) or settings.name


class HuggingFaceSettings(_Frozen):
    """A checkpoint by its folder, or by its name on the hub; `adapters` are more LoRA adapters by names of our own.

    `precision` auto is bf16 on an accelerator and fp32 on a processor. `num_ctx` is what one text may hold, prompt
    and answer together; the checkpoint's own limit holds too.
    """

    backend: Literal["huggingface"] = "huggingface"
    name: ModelName = "microsoft/Phi-4-mini-reasoning"
    path: Path | None = None
    adapter: Path | None = None
    adapters: dict[str, Path] = {}
    precision: Precision = "auto"
    trust_remote_code: bool = False
    num_ctx: Tokens = 8192
    slots: Slots = 4
    threads: Threads | None = None
    timeout: Seconds = 120.0

    @property
    def checkpoint(self) -> str:
        """What transformers is asked for."""
        return self.name if self.path is None else str(self.path.expanduser())

    @property
    def label(self) -> str:
        """What people read."""
        return self.name if self.path is None or "name" in self.model_fields_set else self.path.expanduser().name


BackendSettings: TypeAlias = (
    NoModel | ScriptedSettings | EmbeddedSettings | OllamaSettings | OpenAISettings | HuggingFaceSettings
)


class ModelSettings(BaseModel):
    """`LEMMA_MODEL__...`. Left out (or empty), a value is the backend's own default."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    backend: Literal["auto", "none", "scripted", "embedded", "ollama", "openai", "huggingface"] = Field(
        default="auto", description="auto: embedded when the demonstration model was fetched, else none"
    )
    name: ModelName | None = Field(
        default=None, description="ollama, openai: the model, as the server lists it; huggingface: its name on the hub"
    )
    host: ServerAddresses | None = Field(
        default=None, description="ollama, openai: the server's address; several of the same model with commas between"
    )
    api_key: SecretStr | None = Field(default=None, description="ollama, openai: sent as a bearer token")
    adapter: ModelName | None = Field(
        default=None,
        description="a LoRA adapter: ollama, openai: its server's name for it; huggingface: its folder; "
        "embedded: its GGUF file",
    )
    adapters: dict[AdapterName, ModelName] = Field(
        default_factory=dict,
        max_length=MOST_ADAPTERS,
        description="more adapters that moderators may choose for their server with /settings: a JSON object of names "
        "and what each stands for, as in LEMMA_MODEL__ADAPTER",
    )
    path: Path | None = Field(
        default=None, description="embedded: a GGUF file of your own; huggingface: a checkpoint's folder"
    )
    num_ctx: Tokens | None = Field(default=None, description="tokens one question and its answer may fill")
    slots: Slots | None = Field(default=None, description="how many texts are written at once")
    threads: Threads | None = Field(
        default=None, description="embedded, huggingface: processor threads, default all but one"
    )
    precision: Precision | None = Field(
        default=None, description="huggingface: bf16, fp32 or nf4 (4 bits); auto: bf16 on a GPU, fp32 on a processor"
    )
    trust_remote_code: bool | None = Field(
        default=None, description="huggingface: whether program code that a model brings may be run"
    )
    texts: tuple[str, ...] | None = Field(default=None, description="scripted: a JSON list of texts")
    replay: Path | None = Field(
        default=None, description='scripted: JSON lines of "problem" and "solution" to answer each problem with'
    )
    temperature: float | None = Field(
        default=None, ge=0, le=2, description="how freely the model writes, where the task leaves freedom at all"
    )
    top_p: float | None = Field(
        default=None, gt=0, le=1, description="as temperature: the share of words to choose from"
    )
    longer: float = Field(default=1.0, ge=0.25, le=16, description="texts may be so many times as long as they are")
    queue: int = Field(default=32, ge=0, le=10_000, description="how many prompts may wait for a slot")
    wait: Seconds = Field(default=240.0, description="seconds a prompt may wait for a slot")
    timeout: Seconds = Field(default=120.0, description="seconds a model may stay silent")
    deadline: Seconds = Field(default=600.0, description="seconds one text may take in all")

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, values: Any) -> Any:  # noqa: ANN401 - whatever a settings source hands over
        if isinstance(values, dict):
            return {key: value for key, value in values.items() if value != ""}
        return values

    def chosen(self, data_dir: Path) -> BackendSettings:
        """The settings of the backend to open, with `auto` decided by what lies in the data directory."""
        own = self.model_dump(exclude_none=True, exclude={"backend"})
        match self._backend(data_dir):
            case "embedded":
                return _own(EmbeddedSettings, own | _gguf(self.path, self.name, data_dir) | self._adapter_file())
            case "ollama":
                return _own(OllamaSettings, own | self._hosts())
            case "openai":
                return _own(OpenAISettings, own | self._hosts())
            case "huggingface":
                return _own(HuggingFaceSettings, own)
            case "scripted":
                return _own(ScriptedSettings, own)
            case _:
                return NoModel()

    def _adapter_file(self) -> dict[str, Any]:
        more = {name: Path(path).expanduser() for name, path in self.adapters.items()}
        return {"adapters": more} | ({} if self.adapter is None else {"adapter": Path(self.adapter).expanduser()})

    def _hosts(self) -> dict[str, Any]:
        if self.host is None:
            return {}
        first, *others = self.host.split(",")
        return {"host": first, "others": tuple(others)}

    def _backend(self, data_dir: Path) -> str:
        if self.backend != "auto":
            return self.backend
        return "embedded" if self.path is not None or fetched(data_dir) else "none"


def _gguf(path: Path | None, name: str | None, data_dir: Path) -> dict[str, Any]:
    if path is None:
        return {"path": DEMONSTRATION.path(data_dir), "name": DEMONSTRATION.name, "demonstration": True}
    return {"path": path.expanduser(), "name": name or path.stem, "demonstration": False}


_Settings = TypeVar("_Settings", bound=_Frozen)


def _own(kind: type[_Settings], values: dict[str, Any]) -> _Settings:
    """The part of the flat values that this backend knows."""
    return kind.model_validate({name: value for name, value in values.items() if name in kind.model_fields})
