"""The tagger's network: a BERT-like encoder with word-state embeddings and four heads.

The encoder that ships is MiniLM (Wang et al. 2020, arXiv:2002.10957); the one that teaches it is MPNet (Song et al.
2020, arXiv:2004.09297), which differs in size and in a bias by relative position.
"""

import math
from typing import NamedTuple

import torch
import torch.nn.functional as F  # noqa: N812
from torch import nn

from claims.extraction.names_in_text import ENTITY_TYPES
from training.crf import bio_mask

VOCABULARY, POSITIONS = 30522, 512
TAGS, ENTITY_TAGS, POINTER_WIDTH, DISTANCES = 7, 1 + 2 * len(ENTITY_TYPES), 128, 32
RELATIVE_BUCKETS, RELATIVE_FAR = 32, 128


class Shape(NamedTuple):
    """An encoder's size, and whether its attention has a bias by relative position."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    relative: bool


SHAPES = {
    "minilm": Shape(384, 6, 12, 1536, 1e-12, relative=False),
    "mpnet": Shape(768, 12, 12, 3072, 1e-5, relative=True),
}


class Dropout(nn.Module):
    """Dropout whose masks are cut from one large random mask: drawing them anew costs 8 % of a step on a CPU."""

    def __init__(self, share: float, pool_size: int = 1 << 23):
        super().__init__()
        self.share = share
        self._size = pool_size
        self._pools: dict[torch.dtype, torch.Tensor] = {}

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Zero a share of the values and scale up the others, in training only."""
        if not self.training or not self.share:
            return x
        if x.dtype not in self._pools:
            kept = torch.rand(self._size, device=x.device) >= self.share
            self._pools[x.dtype] = (kept / (1 - self.share)).to(x.dtype)
        start = int(torch.randint(0, self._size - x.numel(), (1,)))
        return x * self._pools[x.dtype][start : start + x.numel()].view_as(x)


class Layer(nn.Module):
    """One transformer layer, normalised after each block as in BERT."""

    def __init__(self, shape: Shape, dropout: Dropout):
        super().__init__()
        self.heads, width = shape.heads, shape.width
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, shape.epsilon)
        self.up = nn.Linear(width, shape.inner)
        self.down = nn.Linear(shape.inner, width)
        self.norm2 = nn.LayerNorm(width, shape.epsilon)
        self.dropout = dropout

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """``bias`` is added to the attention scores."""
        rows, length, width = x.shape
        qkv = self.qkv(x).view(rows, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        q, k, v = qkv.unbind(0)
        if x.device.type == "cpu":  # there, with its gradient, two and a half times as fast as in bfloat16
            with torch.autocast("cpu", enabled=False):
                y = F.scaled_dot_product_attention(q.float(), k.float(), v.float(), attn_mask=bias).to(
                    q.dtype
                )
        else:
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm1(x + self.dropout(self.out(y.transpose(1, 2).reshape(rows, length, width))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Pointer(nn.Module):
    """Scores of each word for each word that it may belong to, column 0 for none."""

    def __init__(self, width: int):
        super().__init__()
        self.query = nn.Linear(width, POINTER_WIDTH)
        self.key = nn.Linear(width, POINTER_WIDTH)
        self.distance = nn.Embedding(DISTANCES, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, x: torch.Tensor, distance: torch.Tensor) -> torch.Tensor:
        """``x`` has the first mark and the words; the first mark asks nothing."""
        scores = torch.matmul(self.query(x[:, 1:]), self.key(x).transpose(1, 2)) / math.sqrt(POINTER_WIDTH)
        return scores + self.distance(distance).squeeze(-1)


class Scores(NamedTuple):
    """What the network says of each word: rows x words x tags, or x (1 + words) for the pointers.

    ``tags`` and ``entities`` are scores of BIO tags; ``cues`` points to the word that a word belongs to,
    ``antecedents`` to the head of the mention that a mention's head refers to. Column 0 of a pointer stands for none.
    """

    tags: torch.Tensor
    entities: torch.Tensor
    cues: torch.Tensor
    antecedents: torch.Tensor


class Network(nn.Module):
    """Wordpieces to the scores of words."""

    def __init__(self, encoder: str, dropout: float = 0.1):
        super().__init__()
        self.shape = shape = SHAPES[encoder]
        width = shape.width
        self.word = nn.Embedding(VOCABULARY, width)
        self.position = nn.Embedding(POSITIONS, width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.case = nn.Embedding(8, width)
        self.quote = nn.Embedding(3, width)
        self.paragraph = nn.Embedding(3, width)
        for states in (self.case, self.quote, self.paragraph):
            nn.init.normal_(states.weight, std=0.02)
        self.norm = nn.LayerNorm(width, shape.epsilon)
        self.relative = nn.Embedding(RELATIVE_BUCKETS, shape.heads) if shape.relative else None
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList([Layer(shape, self.dropout) for _ in range(shape.layers)])
        self.tagger = nn.Linear(width, TAGS)
        self.entity = nn.Linear(width, ENTITY_TAGS)
        self.cue = Pointer(width)
        self.antecedent = Pointer(width)
        self.step = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.register_buffer("bio", bio_mask(), persistent=False)
        self.register_buffer("buckets", distance_buckets(POSITIONS), persistent=False)
        self.register_buffer("relative_buckets", _relative_buckets(POSITIONS), persistent=False)

    def transitions(self) -> torch.Tensor:
        """Scores of each tag (column) after each other (row)."""
        return self.step + self.get_buffer("bio")

    def forward(  # noqa: PLR0917 - the arrays of a batch, in order
        self,
        ids: torch.Tensor,
        case: torch.Tensor,
        quote: torch.Tensor,
        paragraph: torch.Tensor,
        mask: torch.Tensor,
        words: torch.Tensor,
        word_mask: torch.Tensor,
    ) -> Scores:
        """``mask`` is 1 for wordpieces and 0 for padding, ``words`` each word's first wordpiece."""
        length = ids.shape[1]
        x = self.word(ids) + self.position.weight[:length] + self.kind
        x = self.dropout(self.norm(x + self.case(case) + self.quote(quote) + self.paragraph(paragraph)))
        bias = ((1.0 - mask) * FAR_BELOW)[:, None, None, :]
        if self.relative is not None:
            near = self.relative(self.get_buffer("relative_buckets")[:length, :length]).permute(2, 0, 1)
            bias = bias + near[None]
        for layer in self.layers:
            x = layer(x, bias)
        places = F.pad(words, (1, 0))
        x = x.gather(1, places[:, :, None].expand(-1, -1, x.shape[2]))
        with torch.autocast(x.device.type, enabled=False):
            x = x.float()
            distance = self.get_buffer("buckets")[places[:, 1:, None], places[:, None, :]]
            closed = F.pad(~word_mask, (1, 0))[:, None, :] * FAR_BELOW
            own = torch.eye(words.shape[1] + 1, device=x.device)[1:] * FAR_BELOW
            return Scores(
                self.tagger(x[:, 1:]),
                self.entity(x[:, 1:]),
                self.cue(x, distance) + closed,
                self.antecedent(x, distance) + closed + own,
            )


FAR_BELOW = -1e4
"""Added to a score that must not count."""


def distance_buckets(length: int) -> torch.Tensor:
    """Signed logarithmic buckets of the distance between each two positions."""
    places = torch.arange(length)
    distance = places[None, :] - places[:, None]
    bucket = torch.clamp((torch.log2(distance.abs().float() + 1) * 1.9).long(), max=DISTANCES // 2 - 1)
    return torch.where(distance < 0, bucket + DISTANCES // 2, bucket)


def _relative_buckets(length: int) -> torch.Tensor:
    """T5's and MPNet's buckets of how far (column minus row) one position lies from another."""
    places = torch.arange(length)
    offset = places[None, :] - places[:, None]
    half, exact = RELATIVE_BUCKETS // 2, RELATIVE_BUCKETS // 4
    size = offset.abs()
    far = exact + (
        torch.log(size.clamp(min=1).float() / exact) / math.log(RELATIVE_FAR / exact) * (half - exact)
    ).long().clamp(max=half - exact - 1)
    return (offset > 0).long() * half + torch.where(size < exact, size, far)
