"""Training one network: a teacher on the annotated corpora, or the student that learns from them and from teachers.

Teachers that have not seen an article say what they make of it (cross-fitting): their soft answers stand beside the
annotation, which two annotators agree on for 71 % of PolNeAR's claims only, and alone on articles without labels
(Hinton, Vinyals and Dean 2015; Furlanello et al. 2018, "Born-again neural networks").
"""

import random
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from tokenizers import Tokenizer
from torch import multiprocessing as mp

from training import sources
from training.crf import crf_loss
from training.encoders import load_encoder, load_exported, tokenizer_file
from training.feeding import Corpora, Feeding, feed, stocks, windows_of
from training.gold import MASK_PIECE, UNKNOWN, Batch
from training.names import words
from training.network import SHAPES, Network, Scores

HEADS = ("tagger", "entity", "cue", "antecedent", "case", "quote", "paragraph", "step")
ANAPHORIC = words("""
he she it they him her them his its their hers theirs himself herself itself themselves who this that these those
""")
"""Words that a teacher is asked the antecedent of, besides names and mentions."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does. It ends after ``steps`` or after ``minutes``, and the rate falls to zero by then.

    ``encoder`` is a name in ``network.SHAPES``, ``packs`` a folder of packed encoders or None, ``start`` an exported
    tagger or an earlier run's file to go on from, ``out`` the file of the weights, ``shares`` how often a batch is of
    each corpus. A teacher leaves fold ``without`` unseen; a student has ``teachers``, a file a fold. ``budget`` is the
    wordpieces of a step, ``workers`` the processes that make batches. The weights of the losses stand beside that of
    the chain of tags, which is 1; ``soft_weight`` is the teachers' part where there is annotation, too.
    """

    corpora: Corpora
    encoder: str
    packs: Path | None
    out: Path
    shares: Mapping[str, float]
    steps: int
    minutes: float
    seed: int
    start: Path | None = None
    without: int | None = None
    teachers: tuple[Path, ...] = ()
    workers: int = 1
    budget: int = 2560
    body_rate: float = 2e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warm_up: int = 100
    decay: float = 0.02
    dropout: float = 0.1
    hidden: float = 0.03
    average: float = 0.998
    pointer_weight: float = 0.5
    tag_weight: float = 0.25
    entity_weight: float = 0.4
    antecedent_weight: float = 0.25
    soft_weight: float = 0.5


SHARES = {"polnear": 0.20, "world": 0.22, "annotated": 0.45, "gum": 0.08, "gap": 0.05}
TAUGHT_SHARES = {
    "polnear": 0.18,
    "world": 0.17,
    "annotated": 0.35,
    "gum": 0.06,
    "gap": 0.04,
    "unlabelled": 0.20,
}


@dataclass(frozen=True, slots=True)
class _Arrays:
    """A batch as tensors on the device."""

    ids: torch.Tensor
    hidden: torch.Tensor
    states: tuple[torch.Tensor, ...]
    words: torch.Tensor
    word_mask: torch.Tensor
    tags: torch.Tensor
    targets: torch.Tensor
    entities: torch.Tensor
    entity_weight: torch.Tensor
    asked: torch.Tensor
    answers: torch.Tensor

    def scores(self, network: Network, *, masked: bool) -> Scores:
        ids = torch.where(self.hidden, MASK_PIECE, self.ids) if masked else self.ids
        with torch.autocast(ids.device.type, dtype=torch.bfloat16):
            found: Scores = network(ids, *self.states, self.words, self.word_mask)
        return found


def _arrays(batch: Batch, device: torch.device) -> _Arrays:
    def tensor(values: np.ndarray) -> torch.Tensor:  # type: ignore[type-arg]
        return torch.from_numpy(values).to(device, non_blocking=True)

    return _Arrays(
        ids=tensor(batch.ids).long(),
        hidden=tensor(batch.hidden),
        states=(
            *(tensor(x).long() for x in (batch.case, batch.quote, batch.paragraph)),
            tensor(batch.mask),
        ),
        words=tensor(batch.words),
        word_mask=tensor(batch.word_mask),
        tags=tensor(batch.tags),
        targets=tensor(batch.targets),
        entities=tensor(batch.entities),
        entity_weight=tensor(batch.entity_weight),
        asked=tensor(batch.asked),
        answers=tensor(batch.answers),
    )


def _gold_losses(
    network: Network, scores: Scores, a: _Arrays, plan: Plan, *, attributions: bool
) -> dict[str, torch.Tensor]:
    """The weighted loss of each layer of annotation that the batch has.

    Nothing here asks the device for a value, for which it would have to come to rest.
    """
    losses = {}
    if attributions:
        tags = a.tags.clamp(min=0)
        losses["chain"] = crf_loss(scores.tags, network.transitions(), tags, a.word_mask)
        losses["tag"] = plan.tag_weight * _entropy(scores.tags, a.tags)
        losses["pointer"] = plan.pointer_weight * _entropy(scores.cues, a.targets)
    losses["entity"] = plan.entity_weight * _entropy(scores.entities, a.entities, a.entity_weight[:, None])
    if len(a.asked):
        logs = scores.antecedents[a.asked[:, 0], a.asked[:, 1]].log_softmax(-1)
        right = torch.full_like(logs, -torch.inf)
        right[a.answers[:, 0], a.answers[:, 1]] = 0.0
        losses["antecedent"] = -plan.antecedent_weight * (logs + right).logsumexp(-1).mean()
    return losses


def _entropy(scores: torch.Tensor, gold: torch.Tensor, weight: torch.Tensor | float = 1.0) -> torch.Tensor:
    """Cross-entropy a word that has a label, each weighted."""
    single = F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN, reduction="none")
    return (single.view_as(gold) * weight).sum() / (gold != UNKNOWN).sum().clamp(min=1)


def _soft_losses(
    scores: Scores, taught: Scores, a: _Arrays, plan: Plan, anaphoric: torch.Tensor
) -> dict[str, torch.Tensor]:
    """The weighted cross-entropy of the teacher's answers, a layer."""

    def agreement(found: torch.Tensor, wanted: torch.Tensor, where: torch.Tensor) -> torch.Tensor:
        single = -(wanted.softmax(-1) * found.log_softmax(-1)).sum(-1)
        return torch.where(where, single, 0.0).sum() / where.sum().clamp(min=1)

    tag = taught.tags.argmax(-1)
    first = a.ids.gather(1, a.words)
    mentions = torch.isin(first, anaphoric) | (taught.entities.argmax(-1) > 0) | (tag == 1) | (tag == 2)
    return {
        "soft tag": agreement(scores.tags, taught.tags, a.word_mask),
        "soft pointer": plan.pointer_weight * agreement(scores.cues, taught.cues, a.word_mask & (tag > 0)),
        "soft entity": plan.entity_weight * agreement(scores.entities, taught.entities, a.word_mask),
        "soft antecedent": plan.antecedent_weight
        * agreement(scores.antecedents, taught.antecedents, a.word_mask & mentions),
    }


def _groups(network: Network, plan: Plan) -> list[dict[str, object]]:
    """Parameters with their rates: lower layers learn slower, and scales and biases do not decay."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if name == "word.weight":
            parameter.requires_grad_(False)
            continue
        depth = int(name.split(".")[1]) + 1 if name.startswith("layers.") else 0
        rate = (
            plan.head_rate
            if name.split(".")[0] in HEADS
            else plan.body_rate * plan.layer_decay ** (len(network.layers) - depth)
        )
        groups.setdefault((rate, plan.decay if parameter.ndim > 1 else 0.0), []).append(parameter)
    return [{"params": found, "lr": rate, "weight_decay": decay} for (rate, decay), found in groups.items()]


def train(plan: Plan) -> None:
    """Train, and leave the running mean of the weights in ``plan.out``, and the last ones beside it (``.last``)."""
    plan.out.parent.mkdir(parents=True, exist_ok=True)
    tokenizer = plan.packs / "tokenizer.json" if plan.packs else tokenizer_file()
    stream = feed(
        mp.get_context("fork"),  # type: ignore[arg-type]
        stocks(plan.corpora, plan.shares, without=plan.without),
        tokenizer,
        Feeding(plan.budget, plan.hidden, plan.seed, plan.workers),
    )
    waiting = next(stream)  # its processes are started before a GPU is
    torch.manual_seed(plan.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = _beginning(plan).to(device).train()
    teaching = _Teaching(plan, tokenizer, device)
    optimizer = torch.optim.AdamW(_groups(network, plan), betas=(0.9, 0.98), fused=True)
    rates = [g["lr"] for g in optimizer.param_groups]
    trained = [p for g in optimizer.param_groups for p in g["params"]]
    mean = deepcopy(network)
    began, step = time.monotonic(), 0
    sums: dict[str, torch.Tensor] = defaultdict(lambda: torch.zeros(2, device=device))
    while (done := max(step / plan.steps, (time.monotonic() - began) / (60 * plan.minutes))) < 1:
        factor = min(1.0, (step + 1) / plan.warm_up) * (1 - done)
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * factor
        losses = teaching.losses(network, *waiting)
        optimizer.zero_grad(set_to_none=True)
        sum(losses.values(), start=torch.zeros((), device=device)).backward()  # type: ignore[no-untyped-call]
        waiting = next(stream)
        torch.nn.utils.clip_grad_norm_(trained, 1.0, foreach=True)
        optimizer.step()
        step += 1
        with torch.no_grad():
            keep = min(plan.average, step / (step + 10))
            torch._foreach_lerp_(list(mean.parameters()), list(network.parameters()), 1 - keep)
            for name, value in losses.items():
                sums[name] += torch.stack([value.detach(), torch.ones((), device=device)])
        if step % 200 == 0:
            told = " ".join(f"{n} {float(v[0] / v[1]):.4f}" for n, v in sums.items())
            spent = time.monotonic() - began
            print(f"{plan.out.stem} step {step} rate {factor:.3f} {told} {spent:.0f}s", flush=True)
            sums.clear()
        if step % 500 == 0:
            _save(network, mean, plan.out)
    _save(network, mean, plan.out)
    stream.close()  # type: ignore[attr-defined]
    print(f"{plan.out.stem} done: {step} steps, {time.monotonic() - began:.0f}s", flush=True)
    print(f"{plan.out.stem} {measured(mean.eval(), plan.corpora, tokenizer)}", flush=True)


class _Teaching:
    """What a network is taught by a batch: its annotation, and what the teachers make of it."""

    def __init__(self, plan: Plan, tokenizer: Path, device: torch.device):
        self._plan, self._device = plan, device
        self._teachers = [_teacher(path, device) for path in plan.teachers]
        self._anaphoric = torch.tensor(_ids(tokenizer), device=device)
        self._chance = random.Random(plan.seed)  # noqa: S311

    def losses(self, network: Network, kind: str, fold: int, batch: Batch) -> dict[str, torch.Tensor]:
        """The weighted losses of a batch of one kind and fold; -1 is the fold of what has no attributions."""
        plan, annotated = self._plan, fold >= 0
        a = _arrays(batch, self._device)
        scores = a.scores(network, masked=True)
        gold = _gold_losses(network, scores, a, plan, attributions=annotated)
        if not self._teachers:
            return gold
        teacher = self._teachers[fold] if annotated else self._chance.choice(self._teachers)
        with torch.no_grad():
            taught = a.scores(teacher, masked=False)
        soft = _soft_losses(scores, taught, a, plan, self._anaphoric)
        if kind == "unlabelled":
            return soft  # the teachers know names better than the guesses do
        if annotated:
            share = plan.soft_weight
            return {n: (1 - share) * v for n, v in gold.items()} | {n: share * v for n, v in soft.items()}
        # Of GUM and GAP the teachers have seen names and antecedents.
        return gold | {name: soft[name] for name in ("soft tag", "soft pointer")}


def _beginning(plan: Plan) -> Network:
    network = Network(plan.encoder, plan.dropout)
    if plan.start is None:
        load_encoder(network, plan.encoder, plan.packs)
    elif plan.start.is_dir():
        load_exported(network, plan.start)
    else:
        network.load_state_dict(torch.load(plan.start, map_location="cpu", weights_only=True)["weights"])
    return network


def _ids(tokenizer: Path) -> list[int]:
    known = Tokenizer.from_file(str(tokenizer))
    return [i for i in map(known.token_to_id, ANAPHORIC) if i is not None]


def _teacher(path: Path, device: torch.device) -> Network:
    saved = torch.load(path, map_location="cpu", weights_only=True)
    teacher = Network(saved["encoder"])
    teacher.load_state_dict(saved["weights"])
    return teacher.to(device).eval().requires_grad_(requires_grad=False)


def _save(network: Network, mean: Network, out: Path) -> None:
    name = next(n for n, shape in SHAPES.items() if shape == network.shape)
    for file, kept in ((out, mean), (out.with_suffix(".last"), network)):
        weights = {k: v.half() if v.is_floating_point() else v for k, v in kept.state_dict().items()}
        torch.save({"encoder": name, "weights": weights}, file)


@torch.no_grad()
def measured(network: Network, corpora: Corpora, tokenizer: Path) -> str:
    """Losses and simple scores on the development articles, unchanged: what a run is watched by, not judged by."""
    device = next(network.parameters()).device
    folder = corpora.folder
    sets = {
        "polnear_dev": sources.polnear(folder / "polnear_dev.jsonl", None),
        "world_dev": sources.world(folder / "world_dev.jsonl", None),
        "gum_dev": sources.gum(folder / "gum.jsonl", "dev"),
        "gap_validation": sources.gap(folder / "gap" / "gap-validation.tsv"),
    }
    lines = []
    for name, articles in sets.items():
        counts: dict[str, float] = defaultdict(float)
        for batch in windows_of(articles, tokenizer, 8192):
            a = _arrays(batch, device)
            scores = a.scores(network, masked=False)
            if bool((a.tags[:, 0] != UNKNOWN).all()):
                words = int(a.word_mask.sum())
                counts["words"] += words
                chain = crf_loss(scores.tags, network.transitions(), a.tags.clamp(min=0), a.word_mask)
                counts["chain"] += float(chain) * words
                counts["right tags"] += int((scores.tags.argmax(-1) == a.tags)[a.word_mask].sum())
                asked = a.targets != UNKNOWN
                counts["pointers"] += int(asked.sum())
                counts["right pointers"] += int((scores.cues[asked].argmax(-1) == a.targets[asked]).sum())
            known = a.entities != UNKNOWN
            found, gold = scores.entities.argmax(-1)[known], a.entities[known]
            counts["names"] += int((gold > 0).sum() + (found > 0).sum()) / 2
            counts["right names"] += int(((found == gold) & (gold > 0)).sum())
            if len(a.asked):
                best = scores.antecedents[a.asked[:, 0], a.asked[:, 1]].argmax(-1)
                right = torch.zeros(
                    len(a.asked), scores.antecedents.shape[-1], dtype=torch.bool, device=device
                )
                right[a.answers[:, 0], a.answers[:, 1]] = True
                counts["mentions"] += len(a.asked)
                counts["right mentions"] += int(right.gather(1, best[:, None]).sum())
        rates = [
            f"{part} {counts[right] / counts[of]:.4f}"
            for part, right, of in (
                ("chain", "chain", "words"),
                ("tags", "right tags", "words"),
                ("pointers", "right pointers", "pointers"),
                ("names", "right names", "names"),
                ("antecedents", "right mentions", "mentions"),
            )
            if counts[of]
        ]
        lines.append(f"{name}: {' '.join(rates)}")
    return "; ".join(lines)


def mean_of(runs: Sequence[Path], out: Path) -> None:
    """The mean of several runs' weights in one file: runs that begin alike lie in one basin (Wortsman et al. 2022)."""
    saved = [torch.load(path, map_location="cpu", weights_only=True) for path in runs]
    weights = {
        name: sum(s["weights"][name].float() for s in saved) / len(saved)
        if value.is_floating_point()
        else value
        for name, value in saved[0]["weights"].items()
    }
    torch.save({"encoder": saved[0]["encoder"], "weights": weights}, out)
