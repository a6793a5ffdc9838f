"""A trained network as the files that ``claims.extraction`` loads: int8 weights and transition scores.

``python -m training.export CHECKPOINT FOLDER`` exports the weights of an earlier run anew.
"""

import json
import sys
from pathlib import Path

import onnx
import torch

from training.graph import graph
from training.network import Network

TAG_NAMES = (
    "outside",
    "mention begins",
    "mention inside",
    "cue begins",
    "cue inside",
    "content begins",
    "content inside",
)


def export(checkpoint: Path, folder: Path) -> None:
    """Write ``tagger.onnx`` (float32), ``tagger.int8.onnx`` and ``transitions.json`` from a ``train`` checkpoint.

    Transition scores are trained; ``null`` marks those that BIO forbids.
    """
    network = Network("minilm")
    network.load_state_dict(torch.load(checkpoint, map_location="cpu", weights_only=True)["weights"])
    weights = {name: values.float().numpy() for name, values in network.state_dict().items()}
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(graph(weights, quantised=False), folder / "tagger.onnx")
    onnx.save(graph(weights, quantised=True), folder / "tagger.int8.onnx")
    allowed = network.get_buffer("bio") == 0
    scores = [
        [round(score, 4) if may else None for score, may in zip(row, allowed_row, strict=True)]
        for row, allowed_row in zip(network.step.tolist(), allowed.tolist(), strict=True)
    ]
    table = {"tags": TAG_NAMES, "scores": scores}
    (folder / "transitions.json").write_text(json.dumps(table, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    export(Path(sys.argv[1]), Path(sys.argv[2]))
