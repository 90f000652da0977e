"""What the names of a welcome kit are worded in."""

from dataclasses import dataclass

from vadocs.language import Language
from vadocs.model.engagement import Localised, Scalar
from vadocs.model.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Words:
    """The language of a document and its country's words."""

    language: Language
    lexicon: Lexicon

    def frame(self, name: str, **args: str) -> str:
        """A text of the frame with what stands for its braces; "" where the lexicon has none."""
        text = self.lexicon.frame.get(name, "")
        for key, value in args.items():
            text = text.replace(f"{{{key}}}", value)
        return text

    def said(self, value: Scalar | None) -> str:
        """A text in this language; "" where it is none or not in this language."""
        if isinstance(value, Localised):
            return value.texts.get(self.language.code, "")
        return value if isinstance(value, str) else ""
