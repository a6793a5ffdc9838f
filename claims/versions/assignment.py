"""The best pairing of two sides, for small problems."""

import numpy as np
from numpy.typing import NDArray


def assign(gain: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Pairs (row, column) with the greatest sum of gains; rows and columns may stay alone, gains of 0 are none.

    The Hungarian method in its shortest-augmenting-path form (Jonker and Volgenant, Computing 38, 1987):
    O(rows squared times columns).
    """
    if gain.shape[0] > gain.shape[1]:
        return sorted((row, column) for column, row in assign(gain.T))
    rows, columns = gain.shape
    cost = np.zeros((rows, columns + 1))
    cost[:, 1:] = gain.max(initial=0.0) - np.maximum(gain, 0.0)
    row_price, column_price = np.zeros(rows), np.zeros(columns + 1)
    row_of = np.full(columns + 1, -1)  # column 0 stands for "the row that is being placed"
    for row in range(rows):
        row_of[0], column = row, 0
        nearest, came_from = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=np.intp)
        visited = np.zeros(columns + 1, dtype=np.bool_)
        while row_of[column] >= 0:
            visited[column] = True
            at = row_of[column]
            reduced = cost[at] - row_price[at] - column_price
            closer = ~visited & (reduced < nearest)
            nearest[closer], came_from[closer] = reduced[closer], column
            following = int(np.argmin(np.where(visited, np.inf, nearest)))
            step = nearest[following]
            row_price[row_of[visited]] += step
            column_price[visited] -= step
            nearest[~visited] -= step
            column = following
        while column:
            row_of[column] = row_of[came_from[column]]
            column = int(came_from[column])
    placed = [(int(row_of[column]), column - 1) for column in range(1, columns + 1) if row_of[column] >= 0]
    return sorted((row, column) for row, column in placed if gain[row, column] > 0)
