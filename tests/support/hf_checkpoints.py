"""Makes what the Hugging Face tests read: run as a program, so that no test has torch in its own process.

`python hf_checkpoints.py MODEL.gguf FOLDER` writes into the folder
`model`, the same model as safetensors in fp32; `one` and `two`, LoRA adapters for it with random weights;
`tiny`, two untrained layers with the model's tokenizer; `tiny-adapter` and `tiny-dora`, adapters for that;
`sliding` and `hybrid`, as tiny, with windowed attention and with layers that are no attention at all.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, get_peft_model
from transformers import (
    AutoModelForCausalLM,
    AutoTokenizer,
    Gemma3ForCausalLM,
    Gemma3TextConfig,
    GgufConfig,
    Lfm2Config,
    Lfm2ForCausalLM,
    LlamaConfig,
    LlamaForCausalLM,
)

SMALL = {
    "hidden_size": 64,
    "intermediate_size": 128,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 512,
    "initializer_range": 0.5,
}


def main(gguf: Path, folder: Path) -> None:
    where = {"pretrained_model_name_or_path": str(gguf.parent), "gguf_file": gguf.name}
    model = AutoModelForCausalLM.from_pretrained(
        **where, quantization_config=GgufConfig(dequantize=True), dtype=torch.float32
    )
    model.save_pretrained(folder / "model")
    tokenizer = AutoTokenizer.from_pretrained(**where)
    tokenizer.save_pretrained(folder / "model")
    for seed, name in enumerate(("one", "two")):
        torch.manual_seed(seed)
        _adapted(AutoModelForCausalLM.from_pretrained(folder / "model")).save_pretrained(folder / name)

    small: dict[str, Any] = SMALL | {"vocab_size": len(tokenizer), "eos_token_id": tokenizer.eos_token_id}
    torch.manual_seed(0)
    made = {
        "tiny": LlamaForCausalLM(LlamaConfig(**small)),
        "sliding": Gemma3ForCausalLM(
            Gemma3TextConfig(
                **small, head_dim=16, sliding_window=24, layer_types=["sliding_attention", "full_attention"]
            )
        ),
        "hybrid": Lfm2ForCausalLM(Lfm2Config(**small, layer_types=["conv", "full_attention"])),
    }
    for name, untrained in made.items():
        untrained.save_pretrained(folder / name)
        tokenizer.save_pretrained(folder / name)
    _adapted(LlamaForCausalLM.from_pretrained(folder / "tiny")).save_pretrained(folder / "tiny-adapter")
    _adapted(LlamaForCausalLM.from_pretrained(folder / "tiny"), use_dora=True).save_pretrained(folder / "tiny-dora")


def _adapted(model: Any, **more: Any) -> Any:  # noqa: ANN401
    wanted = LoraConfig(
        r=4, lora_alpha=8, target_modules="all-linear", init_lora_weights=False, task_type="CAUSAL_LM", **more
    )
    return get_peft_model(model, wanted)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
