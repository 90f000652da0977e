"""The provider's brand: what of it goes into the look of each document."""

from vadocs.model.brand import Brand
from vadocs.model.engagement import Engagement


def brand_of(engagement: Engagement) -> Brand | None:
    """The brand that the spec or the practice gives; None where it changes nothing."""
    accent = engagement.text("provider.brand.accent").removeprefix("#")
    return Brand(accent) if accent else None
