"""The loss of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over BIO tags."""

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


def log_partition(emissions: torch.Tensor, transitions: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Log of the summed weight of all paths, a value a row.

    The steps' matrices are multiplied pairwise in a tree (a parallel scan), so that a row of n words takes log n
    operations rather than n: on a GPU, each costs the same.
    """
    rows, length, tags = emissions.shape
    steps = transitions + emissions[:, 1:, None, :]
    nothing = torch.full((tags, tags), FORBIDDEN, device=emissions.device).fill_diagonal_(0.0)
    steps = torch.where(mask[:, 1:, None, None], steps, nothing)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, nothing.expand(rows, 1, tags, tags)], 1)
        steps = torch.logsumexp(steps[:, 0::2, :, :, None] + steps[:, 1::2, None, :, :], 3)
    first = emissions[:, 0].clone()
    first[:, 2::2] += FORBIDDEN
    if length > 1:
        first = torch.logsumexp(first[:, :, None] + steps[:, 0], 1)
    return torch.logsumexp(first, 1)


def crf_loss(
    emissions: torch.Tensor, transitions: torch.Tensor, tags: torch.Tensor, mask: torch.Tensor
) -> torch.Tensor:
    """Negative log-likelihood of the gold tags, a word.

    ``emissions`` are rows x words x tags, ``transitions[i, j]`` the score of tag j after tag i with forbidden
    ones at ``FORBIDDEN``; ``mask`` says which words there are (they come first in each row). No row begins
    inside a span.
    """
    chosen = (emissions.gather(2, tags[:, :, None])[:, :, 0] * mask).sum()
    stepped = (transitions[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum()
    return (log_partition(emissions, transitions, mask).sum() - chosen - stepped) / mask.sum()
