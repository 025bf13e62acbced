"""Makes what the Hugging Face tests read: run as a program, so that no test has torch in its own process.

python hf_checkpoints.py convert MODEL.gguf FOLDER     the same model as safetensors, in fp32
python hf_checkpoints.py adapter MODEL FOLDER SEED     a LoRA adapter with random weights
python hf_checkpoints.py tiny MODEL FOLDER             two untrained layers with the model's tokenizer
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig, LlamaConfig, LlamaForCausalLM


def convert(gguf: Path, folder: Path) -> None:
    where = {"pretrained_model_name_or_path": str(gguf.parent), "gguf_file": gguf.name}
    model = AutoModelForCausalLM.from_pretrained(
        **where, quantization_config=GgufConfig(dequantize=True), dtype=torch.float32
    )
    model.save_pretrained(folder)
    AutoTokenizer.from_pretrained(**where).save_pretrained(folder)


def adapter(model: Path, folder: Path, seed: int) -> None:
    torch.manual_seed(seed)
    base = AutoModelForCausalLM.from_pretrained(model)
    wanted = LoraConfig(r=4, lora_alpha=8, target_modules="all-linear", init_lora_weights=False, task_type="CAUSAL_LM")
    get_peft_model(base, wanted).save_pretrained(folder)


def tiny(model: Path, folder: Path) -> None:
    torch.manual_seed(0)
    tokenizer = AutoTokenizer.from_pretrained(model)
    small = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=512,
        eos_token_id=tokenizer.eos_token_id,
    )
    LlamaForCausalLM(small).save_pretrained(folder)
    tokenizer.save_pretrained(folder)


if __name__ == "__main__":
    torch.set_num_threads(1)
    match sys.argv[1:]:
        case ["convert", gguf, folder]:
            convert(Path(gguf), Path(folder))
        case ["adapter", model, folder, seed]:
            adapter(Path(model), Path(folder), int(seed))
        case ["tiny", model, folder]:
            tiny(Path(model), Path(folder))
        case _:
            sys.exit(__doc__)
