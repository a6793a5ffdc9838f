"""The loss of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over BIO tags."""

from typing import Any

import numpy as np
import torch

FORBIDDEN = -1e4
"""Score of a transition that BIO does not allow."""


def bio_mask(roles: int = 3) -> torch.Tensor:
    """Zero where a tag may follow another, ``FORBIDDEN`` where not; tags are O, then B and I of each role."""
    size = 2 * roles + 1
    mask = torch.zeros(size, size)
    for inside in range(2, size, 2):
        for before in range(size):
            if before not in (inside - 1, inside):
                mask[before, inside] = FORBIDDEN
    return mask


class _LogPartition(torch.autograd.Function):
    """Sum over the batch of log Z, by scaled forward-backward in numpy: small steps are slow in torch."""

    @staticmethod
    def forward(
        ctx: Any, emissions: torch.Tensor, transitions: torch.Tensor, mask: torch.Tensor
    ) -> torch.Tensor:
        scores = emissions.detach().double().cpu().numpy()
        live = mask.cpu().numpy()
        highest = scores.max(-1, keepdims=True)
        weights = np.exp(scores - highest)
        step = np.exp(transitions.detach().double().cpu().numpy())
        rows, length, tags = scores.shape
        alpha = np.empty((length, rows, tags))
        scale = np.ones((length, rows))
        now = weights[:, 0] * np.array([1.0, *([1.0, 0.0] * (tags // 2))])
        for t in range(length):
            if t:
                now = (now @ step) * weights[:, t]
            total = now.sum(1)
            now = now / total[:, None]
            alpha[t], scale[t] = now, total
        beta = np.empty_like(alpha)
        after = np.ones((rows, tags))
        for t in range(length - 1, -1, -1):
            if t + 1 < length:
                after = ((weights[:, t + 1] * after) @ step.T) / scale[t + 1][:, None]
                after[~live[:, t + 1]] = 1.0
            beta[t] = after
        marginals = (alpha * beta).transpose(1, 0, 2) * live[:, :, None]
        following = (weights[:, 1:].transpose(1, 0, 2) * beta[1:]) * (live[:, 1:].T / scale[1:])[:, :, None]
        pairs = np.einsum("tbi,tbj->ij", alpha[:-1], following) * step
        ctx.save_for_backward(*(torch.from_numpy(x).float().to(emissions.device) for x in (marginals, pairs)))
        log_z = (np.log(scale.T) + highest[:, :, 0])[live].sum()
        return torch.tensor(log_z, dtype=torch.float32, device=emissions.device)

    @staticmethod
    def backward(ctx: Any, *grads: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, None]:
        marginals, pairs = ctx.saved_tensors
        return grads[0] * marginals, grads[0] * pairs, None


def crf_loss(
    emissions: torch.Tensor, transitions: torch.Tensor, tags: torch.Tensor, mask: torch.Tensor
) -> torch.Tensor:
    """Negative log-likelihood of the gold tags, a word.

    ``emissions`` are rows x words x tags, ``transitions[i, j]`` the score of tag j after tag i with forbidden
    ones at ``FORBIDDEN``; ``mask`` says which words there are (they come first in each row). No row begins
    inside a span.
    """
    gold = emissions.gather(2, tags[:, :, None])[:, :, 0][mask].sum()
    gold = gold + transitions[tags[:, :-1], tags[:, 1:]][mask[:, 1:]].sum()
    log_z = _LogPartition.apply(emissions, transitions, mask)  # type: ignore[no-untyped-call]
    return (log_z - gold) / mask.sum()
