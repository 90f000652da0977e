"""What the provider's brand changes in a look: its accent, and the logo that documents show."""

from dataclasses import dataclass, field

COVER, HEADER = (180.0, 48.0), (110.0, 24.0)
"""The boxes that a logo fills on a cover and in a header: width and height in points."""

PORTRAIT = (84.0, 84.0)
"""The box of a photograph beside who is told of."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo or photograph ready to be embedded: a PNG without any metadata, with its alternative text.

    `width` and `height` are pixels.
    """

    data: bytes = field(repr=False)
    width: int
    height: int
    alternative: str

    def within(self, width: float, height: float) -> tuple[float, float]:
        """Its width and height in points where it fills a box of `width` by `height` points, its shape kept."""
        scale = min(width / self.width, height / self.height)
        return round(self.width * scale, 2), round(self.height * scale, 2)


@dataclass(frozen=True, slots=True)
class Brand:
    """`accent`: six hexadecimal digits, None for the look's own. `logo`: for the first page's header, None for none."""

    accent: str | None = None
    logo: Logo | None = None
