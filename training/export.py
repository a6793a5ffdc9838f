"""A trained network as the files that ``claims.extraction`` loads: int8 weights and transition scores."""

import json
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.network import Network, distance_buckets

TAG_NAMES = (
    "outside",
    "mention begins",
    "mention inside",
    "cue begins",
    "cue inside",
    "content begins",
    "content inside",
)
_SAMPLE_ROWS, _SAMPLE_LENGTH = 2, 40


def export(checkpoint: Path, folder: Path) -> None:
    """Write ``tagger.onnx`` (float32), ``tagger.int8.onnx`` and ``transitions.json`` from a ``train`` checkpoint.

    Weights are int8 by output channel, activations are scaled as they come (dynamic quantisation). Transition
    scores are trained; ``null`` marks those that BIO forbids.
    """
    network = Network()
    network.load_state_dict(torch.load(checkpoint, weights_only=True))
    network.eval()
    network.plain = True
    folder.mkdir(parents=True, exist_ok=True)
    states = torch.zeros(_SAMPLE_ROWS, _SAMPLE_LENGTH, dtype=torch.long)
    sample = (
        states,
        states,
        states,
        states,
        torch.ones(_SAMPLE_ROWS, _SAMPLE_LENGTH),
        distance_buckets(_SAMPLE_LENGTH),
    )
    by_row = {name: {0: "B", 1: "L"} for name in ("ids", "case", "quote", "para", "mask", "tags")}
    torch.onnx.export(
        network,
        sample,
        str(folder / "tagger.onnx"),
        input_names=["ids", "case", "quote", "para", "mask", "relidx"],
        output_names=["tags", "ptr"],
        dynamic_axes={**by_row, "relidx": {0: "L", 1: "L2"}, "ptr": {0: "B", 1: "L", 2: "L2"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        folder / "tagger.onnx", folder / "tagger.int8.onnx", weight_type=QuantType.QInt8, per_channel=True
    )
    allowed = network.get_buffer("bio") == 0
    scores = [
        [round(score, 4) if may else None for score, may in zip(row, allowed_row, strict=True)]
        for row, allowed_row in zip(network.step.tolist(), allowed.tolist(), strict=True)
    ]
    table = {"tags": TAG_NAMES, "scores": scores}
    (folder / "transitions.json").write_text(json.dumps(table, indent=1) + "\n", "utf-8")
