"""The tagger's network: a MiniLM encoder (Wang et al. 2020) with word-state embeddings and two heads."""

import math
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from safetensors.torch import load_file
from torch import nn

from training.crf import bio_mask

VOCABULARY, WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS = 30522, 384, 6, 12, 1536, 512
TAGS, POINTER_WIDTH, DISTANCES = 7, 128, 32


class Dropout(nn.Module):
    """Dropout whose masks are cut from one large random mask: drawing them anew costs 8 % of a step on a CPU."""

    def __init__(self, share: float, pool_size: int = 1 << 22):
        super().__init__()
        self.share = share
        self._size = pool_size
        self._pool: torch.Tensor | None = None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Zero a share of the values and scale up the others, in training only."""
        if not self.training or not self.share:
            return x
        if self._pool is None or self._pool.dtype != x.dtype:
            self._pool = ((torch.rand(self._size, device=x.device) >= self.share) / (1 - self.share)).to(
                x.dtype
            )
        start = int(torch.randint(0, self._size - x.numel(), (1,)))
        return x * self._pool[start : start + x.numel()].view_as(x)


class Layer(nn.Module):
    """One transformer layer, normalised after each block as in BERT."""

    def __init__(self, dropout: Dropout):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, 1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = dropout

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """``bias`` is added to the attention scores."""
        rows, length, _ = x.shape
        size = WIDTH // ATTENTION_HEADS
        qkv = self.qkv(x).view(rows, length, 3, ATTENTION_HEADS, size).permute(2, 0, 3, 1, 4)
        q, k, v = qkv.unbind(0)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm1(x + self.dropout(self.out(y.transpose(1, 2).reshape(rows, length, WIDTH))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):
    """Wordpieces to tag scores and pointer scores.

    ``forward`` takes arrays of rows x wordpieces and returns tag scores (rows x wordpieces x 7) and pointer
    scores (rows x wordpieces x wordpieces; column 0, the mark at the beginning, stands for none).
    """

    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.case = nn.Embedding(8, WIDTH)
        self.quote = nn.Embedding(3, WIDTH)
        self.paragraph = nn.Embedding(3, WIDTH)
        for states in (self.case, self.quote, self.paragraph):
            nn.init.normal_(states.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList([Layer(self.dropout) for _ in range(LAYERS)])
        self.tagger = nn.Linear(WIDTH, TAGS)
        self.query = nn.Linear(WIDTH, POINTER_WIDTH)
        self.key = nn.Linear(WIDTH, POINTER_WIDTH)
        self.distance = nn.Embedding(DISTANCES, 1)
        nn.init.zeros_(self.distance.weight)
        self.step = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.register_buffer("bio", bio_mask(), persistent=False)

    def transitions(self) -> torch.Tensor:
        """Scores of each tag (column) after each other (row)."""
        return self.step + self.get_buffer("bio")

    def load_encoder(self, path: Path) -> None:
        """Take over the weights of a BERT-like encoder of the same shape from a safetensors file."""
        found = {name.removeprefix("bert."): value.float() for name, value in load_file(path).items()}

        def take(module: nn.Module, name: str) -> None:
            for part, parameter in module.named_parameters():
                parameter.data.copy_(found[f"{name}.{part}"])

        take(self.word, "embeddings.word_embeddings")
        take(self.position, "embeddings.position_embeddings")
        self.kind.data.copy_(found["embeddings.token_type_embeddings.weight"][0])
        take(self.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                joined = [found[f"{at}attention.self.{x}.{part}"] for x in ("query", "key", "value")]
                getattr(layer.qkv, part).data.copy_(torch.cat(joined))
            take(layer.out, at + "attention.output.dense")
            take(layer.norm1, at + "attention.output.LayerNorm")
            take(layer.up, at + "intermediate.dense")
            take(layer.down, at + "output.dense")
            take(layer.norm2, at + "output.LayerNorm")

    def forward(  # noqa: PLR0917 - the inputs of the exported graph, in order
        self,
        ids: torch.Tensor,
        case: torch.Tensor,
        quote: torch.Tensor,
        paragraph: torch.Tensor,
        mask: torch.Tensor,
        distance: torch.Tensor,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """``mask`` is 1 for wordpieces and 0 for padding, ``distance`` as :func:`distance_buckets` gives it."""
        length = ids.shape[1]
        x = self.word(ids) + self.position.weight[:length] + self.kind
        x = self.dropout(self.norm(x + self.case(case) + self.quote(quote) + self.paragraph(paragraph)))
        bias = ((1.0 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        with torch.autocast(x.device.type, enabled=False):
            x = x.float()
            pointers = torch.matmul(self.query(x), self.key(x).transpose(1, 2)) / math.sqrt(POINTER_WIDTH)
            return self.tagger(x), pointers + self.distance(distance).squeeze(-1) + bias[:, 0]


def distance_buckets(length: int) -> torch.Tensor:
    """Signed logarithmic buckets of the distance between each two positions."""
    places = torch.arange(length)
    distance = places[None, :] - places[:, None]
    bucket = torch.clamp((torch.log2(distance.abs().float() + 1) * 1.9).long(), max=DISTANCES // 2 - 1)
    return torch.where(distance < 0, bucket + DISTANCES // 2, bucket)
