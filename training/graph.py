"""The trained network as a graph for onnxruntime, written for speed on a processor.

It is put together by hand from onnxruntime's own operators, since an exported graph leaves work to the run that need
not be done there: attention is one operator, a linear layer with its quantisation another, the three word states are
one look-up, and the heads are computed at the first wordpieces of words only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.network import ENTITY_TAGS, POINTER_WIDTH, SHAPES, TAGS

Weights = Mapping[str, NDArray[np.float32]]

WIDTH, LAYERS, ATTENTION_HEADS = (getattr(SHAPES["minilm"], x) for x in ("width", "layers", "heads"))

OUTPUTS: Mapping[str, int | str] = {
    "tags": TAGS,
    "pointers": "targets",
    "entities": ENTITY_TAGS,
    "antecedents": "targets",
}
"""The graph's results, with their numbers of columns."""

_ORT = "com.microsoft"
_OPSET, _IR_VERSION = 18, 10
_END = np.iinfo(np.int64).max
_WORD_STEPS = 127
_STEPS = 63
"""Weights have 7 bits, not 8: the sums of AVX2's 8-bit products, on processors without VNNI, would overflow."""


@dataclass(slots=True)
class _Graph:
    weights: Weights
    quantised: bool
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: dict[str, onnx.TensorProto] = field(default_factory=dict)

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def index(self, number: int) -> str:
        return self.constant(f"index {number}", np.array([number], dtype=np.int64))

    def apply(self, operator: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        return self.split(operator, *inputs, outputs=1, domain=domain, **attributes)[0]

    def split(
        self, operator: str, *inputs: str, outputs: int, domain: str = "", **attributes: object
    ) -> list[str]:
        name = f"{operator} {len(self.nodes)}"
        names = [f"{name}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, name, domain=domain, **attributes))
        return names

    def linear(self, x: str, name: str, columns: slice = slice(None), scale: float = 1.0) -> str:
        weight = self.weights[f"{name}.weight"].T[:, columns] * np.float32(scale)
        bias = self.weights[f"{name}.bias"][columns] * np.float32(scale)
        name = f"{name}.{columns.start or 0}"
        bias = self.constant(f"{name}.bias", bias)
        if not self.quantised:
            return self.apply("Add", self.apply("MatMul", x, self.constant(f"{name}.weight", weight)), bias)
        steps = np.abs(weight).max(axis=0) / _STEPS
        return self.apply(
            "DynamicQuantizeMatMul",
            x,
            self.constant(f"{name}.weight", np.round(weight / steps).astype(np.int8)),
            self.constant(f"{name}.steps", steps),
            self.constant(f"{name}.zero", np.zeros(len(steps), dtype=np.int8)),
            bias,
            domain=_ORT,
        )

    def normed(self, x: str, name: str) -> str:
        weight, bias = (
            self.constant(f"{name}.{part}", self.weights[f"{name}.{part}"]) for part in ("weight", "bias")
        )
        return self.apply("LayerNormalization", x, weight, bias, axis=-1, epsilon=1e-12)


def graph(weights: Weights, *, quantised: bool) -> onnx.ModelProto:
    """The graph of a network with these weights, as ``Network.state_dict`` names them.

    It takes ``ids`` and ``states`` (1 x wordpieces; a state is ``(case * 3 + quote) * 3 + paragraph``), ``words`` (the
    place of each word's first wordpiece) and ``distances`` (words x 1 + words: buckets of the distance from a word to
    the first mark and to each word). It gives log-probabilities: ``tags`` (1 x words x 7), ``entities`` (1 x words x
    9), and ``pointers`` and ``antecedents`` (1 x words x 1 + words; column 0 is for none). With ``quantised``, weights
    are int8 by output channel and activations are scaled as they come; else all is float32.
    """
    g = _Graph(weights, quantised)
    x = _embedded(g)
    for number in range(LAYERS - 1):
        x = _layer(g, x, f"layers.{number}")
    found = _heads(g, _last_layer(g, x, f"layers.{LAYERS - 1}"))
    g.nodes += [helper.make_node("Identity", [found[name]], [name]) for name in OUTPUTS]
    integers, floats = TensorProto.INT64, TensorProto.FLOAT
    model = helper.make_model(
        helper.make_graph(
            g.nodes,
            "tagger",
            [
                helper.make_tensor_value_info("ids", integers, [1, "pieces"]),
                helper.make_tensor_value_info("states", integers, [1, "pieces"]),
                helper.make_tensor_value_info("words", integers, ["words"]),
                helper.make_tensor_value_info("distances", integers, ["words", "targets"]),
            ],
            [
                helper.make_tensor_value_info(name, floats, [1, "words", columns])
                for name, columns in OUTPUTS.items()
            ],
            list(g.constants.values()),
        ),
        opset_imports=[helper.make_opsetid("", _OPSET), helper.make_opsetid(_ORT, 1)],
        ir_version=_IR_VERSION,
    )
    onnx.checker.check_model(model)
    return model


def _embedded(g: _Graph) -> str:
    table = g.weights["word.weight"] + g.weights["kind"]
    if g.quantised:
        steps = np.abs(table).max(axis=1, keepdims=True) / _WORD_STEPS
        rounded = g.constant("word.weight", np.round(table / steps).astype(np.int8))
        whole = g.apply("Cast", g.apply("Gather", rounded, "ids"), to=TensorProto.FLOAT)
        word = g.apply("Mul", whole, g.apply("Gather", g.constant("word.steps", steps), "ids"))
    else:
        word = g.apply("Gather", g.constant("word.weight", table), "ids")
    case, quote, paragraph = (g.weights[f"{name}.weight"] for name in ("case", "quote", "paragraph"))
    states = (case[:, None, None] + quote[:, None] + paragraph).reshape(-1, WIDTH)
    state = g.apply("Gather", g.constant("state.weight", states), "states")
    positions = g.constant("position.weight", g.weights["position.weight"])
    length = g.apply("Shape", "ids", start=1)
    position = g.apply("Slice", positions, g.index(0), length, g.index(0))
    return g.normed(g.apply("Add", g.apply("Add", word, state), position), "norm")


def _layer(g: _Graph, x: str, name: str) -> str:
    joined = g.linear(x, f"{name}.qkv")
    return _attended(g, x, name, *g.split("Split", joined, outputs=3, axis=2, num_outputs=3))


def _last_layer(g: _Graph, x: str, name: str) -> str:
    """The layer's output at the first mark and at words' first wordpieces; nothing else is asked for."""
    asked = g.apply("Gather", x, g.apply("Concat", g.index(0), "words", axis=0), axis=1)
    queries = g.linear(asked, f"{name}.qkv", slice(0, WIDTH))
    both = g.linear(x, f"{name}.qkv", slice(WIDTH, 3 * WIDTH))
    return _attended(g, asked, name, queries, *g.split("Split", both, outputs=2, axis=2, num_outputs=2))


def _attended(g: _Graph, x: str, name: str, *queries_keys_values: str) -> str:
    seen = g.apply("MultiHeadAttention", *queries_keys_values, domain=_ORT, num_heads=ATTENTION_HEADS)
    x = g.normed(g.apply("Add", x, g.linear(seen, f"{name}.out")), f"{name}.norm1")
    inner = g.apply("Gelu", g.linear(x, f"{name}.up"), domain=_ORT)
    return g.normed(g.apply("Add", x, g.linear(inner, f"{name}.down")), f"{name}.norm2")


def _heads(g: _Graph, x: str) -> dict[str, str]:
    words = g.apply("Slice", x, g.index(1), g.index(_END), g.index(1))
    return {
        "tags": g.apply("LogSoftmax", g.linear(words, "tagger"), axis=-1),
        "pointers": _pointer(g, x, words, "cue"),
        "entities": g.apply("LogSoftmax", g.linear(words, "entity"), axis=-1),
        "antecedents": _pointer(g, x, words, "antecedent"),
    }


def _pointer(g: _Graph, x: str, words: str, name: str) -> str:
    queries = g.linear(words, f"{name}.query", scale=1 / np.sqrt(POINTER_WIDTH))
    scores = g.apply("FusedMatMul", queries, g.linear(x, f"{name}.key"), domain=_ORT, transB=1)
    table = g.constant(f"{name}.distance.weight", g.weights[f"{name}.distance.weight"][:, 0])
    distance = g.apply("Gather", table, "distances")
    return g.apply("LogSoftmax", g.apply("Add", scores, distance), axis=-1)
