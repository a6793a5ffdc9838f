"""Training: two processes, one core each, that share their gradients through memory; one process on a GPU."""

import random
import time
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from tokenizers import Tokenizer
from torch import multiprocessing as mp

from training import corpus
from training.augment import augmented
from training.crf import crf_loss
from training.gold import NO_TARGET, Batch, Piece, batches, collate, label, pieces
from training.network import POSITIONS, Network, distance_buckets

WINDOW = 318
"""Wordpieces in a window, as at run time."""
HEADS = ("tagger", "query", "key", "distance", "case", "quote", "paragraph", "step")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does; the run ends at ``steps`` or after ``minutes``, and the rate falls to zero by then.

    With a ``teacher``, the weights of an earlier run, the run begins from those weights, and ``soft_weight`` of
    its loss is to agree with the teacher's probabilities (Furlanello et al. 2018, "Born-again neural networks"):
    they are softer than the annotation, which two annotators agree on for 71 % of claims only.
    """

    corpus: Path
    encoder: Path
    out: Path
    steps: int
    minutes: float
    seed: int
    processes: int = 2
    budget: int = 2560
    body_rate: float = 2e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warm_up: int = 100
    decay: float = 0.02
    dropout: float = 0.1
    hidden: float = 0.03
    pointer_weight: float = 0.5
    tag_weight: float = 0.25
    average: float = 0.998
    teacher: Path | None = None
    soft_weight: float = 0.5


def _stream(plan: Plan, rank: int) -> Iterator[Batch]:
    """Batches without end: this process's share of the articles, changed anew in each epoch."""
    chance = random.Random(plan.seed * 1000 + rank)  # noqa: S311
    draws = np.random.default_rng(plan.seed * 1000 + rank)
    order = random.Random(plan.seed)  # noqa: S311
    tokenizer = Tokenizer.from_file(str(plan.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    articles = [corpus.clean(a) for a in corpus.read(plan.corpus)]
    while True:
        order.shuffle(articles)
        found: list[Piece] = []
        for article in articles[rank :: plan.processes]:
            found += pieces(label(tokenizer, augmented(article, chance)), WINDOW, chance)
        for group in batches(found, plan.budget // plan.processes, chance):
            yield collate(group, plan.hidden, draws)


def _loss(
    network: Network, batch: Batch, distances: torch.Tensor, plan: Plan, teacher: Network | None = None
) -> tuple[torch.Tensor, list[float]]:
    device, length = distances.device, batch.ids.shape[1]
    arrays = [
        torch.from_numpy(x).to(device)
        for x in (batch.ids, batch.case, batch.quote, batch.paragraph, batch.mask)
    ]
    words, mask, tags, targets = (
        torch.from_numpy(x).to(device) for x in (batch.words, batch.word_mask, batch.tags, batch.targets)
    )
    asked = targets != NO_TARGET
    rows = asked.nonzero()[:, 0]

    def scores_of(model: Network) -> tuple[torch.Tensor, torch.Tensor]:
        with torch.autocast(device.type, dtype=torch.bfloat16):
            scores, pointers = model(*arrays, distances[:length, :length])
        emissions = scores.gather(1, words[:, :, None].expand(-1, -1, scores.shape[2]))
        return emissions, pointers[rows, words[asked]]

    emissions, pointing = scores_of(network)
    chain = crf_loss(emissions, network.transitions(), tags, mask)
    single = F.cross_entropy(emissions[mask], tags[mask])
    link = F.cross_entropy(pointing, targets[asked]) if len(rows) else chain * 0
    loss = chain + plan.tag_weight * single + plan.pointer_weight * link
    if teacher is not None:
        with torch.no_grad():
            soft_emissions, soft_pointing = scores_of(teacher)
        soft = F.cross_entropy(emissions[mask], soft_emissions[mask].softmax(-1))
        if len(rows):
            soft = soft + plan.pointer_weight * F.cross_entropy(pointing, soft_pointing.softmax(-1))
        loss = (1 - plan.soft_weight) * loss + plan.soft_weight * soft
    return loss, [chain.item(), single.item(), link.item()]


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


def _networks(plan: Plan, device: torch.device) -> tuple[Network, Network | None]:
    network = Network(plan.dropout)
    if plan.teacher is None:
        network.load_encoder(plan.encoder / "model.safetensors")
        return network.to(device), None
    network.load_state_dict(torch.load(plan.teacher, weights_only=True))
    network.to(device)
    return network, deepcopy(network).eval().requires_grad_(requires_grad=False)


def _work(rank: int, plan: Plan, shared: torch.Tensor, control: torch.Tensor, barrier: Barrier) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(plan.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network, teacher = _networks(plan, device)
    groups = _groups(network, plan)
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
    rates = [g["lr"] for g in optimizer.param_groups]
    parameters = [p for g in optimizer.param_groups for p in g["params"]]
    sizes = [p.numel() for p in parameters]
    mean = deepcopy(network) if rank == 0 else None
    torch.manual_seed(plan.seed * 100 + rank)
    distances = distance_buckets(POSITIONS).to(device)
    began, sums, step = time.monotonic(), np.zeros(4), 0
    network.train()
    for batch in _stream(plan, rank):
        if rank == 0:
            done = max(step / plan.steps, (time.monotonic() - began) / (60 * plan.minutes))
            control[0] = -1.0 if done >= 1 else min(1.0, (step + 1) / plan.warm_up) * (1 - done)
        barrier.wait()
        factor = float(control[0])
        if factor < 0:
            break
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * factor
        loss, parts = _loss(network, batch, distances, plan, teacher)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.cat(
            [(torch.zeros_like(p) if p.grad is None else p.grad).view(-1) for p in parameters],
            out=shared[rank],
        )
        barrier.wait()
        gradient = shared.mean(0).to(device)
        gradient.mul_(min(1.0, 1.0 / (float(gradient.norm()) + 1e-6)))
        for parameter, part in zip(parameters, gradient.split(sizes), strict=True):
            parameter.grad = part.view_as(parameter)
        optimizer.step()
        step += 1
        sums += [*parts, 1]
        if mean is not None:
            keep = min(plan.average, step / (step + 10))
            with torch.no_grad():
                torch._foreach_lerp_(list(mean.parameters()), list(network.parameters()), 1 - keep)
            if step % 50 == 0:
                chain, single, link = sums[:3] / sums[3]
                spent = time.monotonic() - began
                print(
                    f"step {step} rate {factor:.3f} chain {chain:.4f} tag {single:.4f} pointer {link:.4f} {spent:.0f}s",
                    flush=True,
                )
                sums[:] = 0
            if step % 300 == 0:
                _save(network, mean, plan.out)
    if mean is not None:
        _save(network, mean, plan.out)
        print(f"done: {step} steps, {time.monotonic() - began:.0f}s", flush=True)


def _save(network: Network, mean: Network, out: Path) -> None:
    torch.save(network.state_dict(), out / "last.pt")
    torch.save(mean.state_dict(), out / "mean.pt")


def train(plan: Plan) -> None:
    """Train, and leave ``last.pt`` and ``mean.pt`` (the running mean of the weights) in ``plan.out``."""
    plan.out.mkdir(parents=True, exist_ok=True)
    count = sum(p.numel() for name, p in Network().named_parameters() if name != "word.weight")
    context = mp.get_context("fork")
    shared = torch.zeros(plan.processes, count).share_memory_()
    control = torch.zeros(1, dtype=torch.float64).share_memory_()
    barrier = context.Barrier(plan.processes)
    workers = [
        context.Process(target=_work, args=(r, plan, shared, control, barrier)) for r in range(plan.processes)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise SystemExit("training failed: see the message above")
