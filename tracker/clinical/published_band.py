"""Where the pain of other people lay, as a share of their own pain before.

For display only, never for a rule: the studies differ widely, many people without
any cells got better too, and early weeks say little about later ones. It is neither a
target nor a chance of success.
"""

SHARES = (
    (14, 0.70, 1.30),
    (42, 0.45, 1.05),
    (91, 0.35, 1.00),
    (182, 0.30, 0.95),
    (365, 0.25, 0.90),
)
"""Day after the procedure, lower and upper edge; see docs/clinical/course.md."""

MOST_PAIN = 10.0


def around(baseline: float) -> tuple[tuple[int, float, float], ...]:
    """Day, lowest and highest pain for somebody with this pain before.

    Empty for somebody without pain before: there is nothing to be a share of.
    """
    if baseline <= 0:
        return ()
    return tuple(
        (day, low * baseline, min(high * baseline, MOST_PAIN))
        for day, low, high in SHARES
    )
