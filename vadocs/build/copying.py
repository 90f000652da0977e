"""The reading copies of documents: composed in another language, made only beside the documents that bind."""

from collections.abc import Iterable
from dataclasses import replace

from vadocs.build.composing import Composed, compose
from vadocs.build.lettering import VETTING
from vadocs.build.workspace import Sources
from vadocs.compose.given import place_of
from vadocs.compose.readingcopy import as_read, reading_copy
from vadocs.diagnostics import Report, Severity, hint
from vadocs.language import language
from vadocs.model.engagement import Engagement


def copies(
    engagement: Engagement, sources: Sources, codes: Iterable[str], tag: str, report: Report, *, asked: bool = True
) -> tuple[Composed, ...]:
    """A reading copy in the language `tag` of each of the documents `codes` that is for the other party's eyes too.

    E430 where the documents are in that language; N440 where it was not `asked` of this very engagement but of all
    those of a batch. Of what composing finds only the errors are told: all else was told
    of the documents themselves.
    """
    binding, beside = engagement.text("language", "es"), engagement.text("other_language")
    if language(tag).code in {language(one).code for one in (binding, beside) if one}:
        named = language(tag).language_name(tag)
        advice = hint("H431") if beside else hint("H430", other="en" if language(tag).code == "es" else "es")
        place = place_of(engagement.get("language"))
        if asked:
            report.add("E430", place, language=named, hints=[advice])
        else:
            report.add("N440", place, language=named)
        return ()
    known, untold = as_read(engagement, tag)
    sources = _numbered_alike(sources, engagement, tag)
    lexicon = sources.library.lexicon(language(tag).code, engagement.text("governing_law"))
    found = Report()
    made = compose(known, sources, [code for code in codes if code != VETTING], found)
    report.extend(one for one in found if one.severity is Severity.ERROR)
    if report.failed or lexicon is None:
        return ()
    copied = ((one, reading_copy(one.document, binding, untold, lexicon)) for one in made)
    return tuple(replace(one, document=document, linked=document) for one, document in copied)


def _numbered_alike(sources: Sources, engagement: Engagement, tag: str) -> Sources:
    """The sources with the numbers of the language that binds: clause 7 is clause 7 in the copy too."""
    law, library = engagement.text("governing_law"), sources.library
    binding = library.lexicon(language(engagement.text("language", "es")).code, law)
    reader = library.lexicon(language(tag).code, law)
    if binding is None or reader is None:
        return sources
    alike = {name: replace(one, scheme=binding.scheme) if one is reader else one
             for name, one in library.lexicons.items()}
    return replace(sources, library=replace(library, lexicons=alike))
