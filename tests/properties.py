"""How many examples a property is tried on."""

from collections.abc import Collection

from hypothesis import HealthCheck, settings


def examples(count: int, *, suppress: Collection[HealthCheck] = ()) -> settings:
    """So many examples where the profile in use has 100; as many times more as it has more (`make fuzz`)."""
    return settings(max_examples=count * settings().max_examples // 100, suppress_health_check=suppress)
