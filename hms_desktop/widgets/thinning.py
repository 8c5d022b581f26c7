"""A line of very many points, thinned out to what a screen can show."""

import numpy as np


def thinned(xs: np.ndarray, ys: np.ndarray, least: float, most: float, pixels: int) -> tuple[np.ndarray, np.ndarray]:
    """The points between `least` and `most` and one beside each end; of more than two a pixel, its lowest and highest.

    `xs` ascends. Nothing that could be seen is lost: a single high point stays.
    """
    first = max(int(np.searchsorted(xs, least)) - 1, 0)
    last = min(int(np.searchsorted(xs, most, side="right")) + 1, len(xs))
    many = (last - first) // max(pixels, 1)
    if many <= 2:
        return xs[first:last], ys[first:last]
    whole = (last - first) // many * many
    rows = ys[first : first + whole].reshape(-1, many)
    begins = np.arange(first, first + whole, many)
    ends = np.concatenate((begins + rows.argmin(axis=1), begins + rows.argmax(axis=1)))
    kept = np.concatenate((np.unique(ends), np.arange(first + whole, last)))
    return xs[kept], ys[kept]
