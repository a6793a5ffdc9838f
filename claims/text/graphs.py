"""Connected components of an undirected graph."""

from collections import defaultdict
from collections.abc import Iterable


def components(nodes: Iterable[int], edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The connected components, each sorted, in the order of their lowest nodes."""
    near: dict[int, list[int]] = defaultdict(list)
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    found, seen = [], set()
    for node in sorted(nodes):
        if node in seen:
            continue
        seen.add(node)
        component = [node]
        for reached in component:
            for other in near[reached]:
                if other not in seen:
                    seen.add(other)
                    component.append(other)
        found.append(sorted(component))
    return found
