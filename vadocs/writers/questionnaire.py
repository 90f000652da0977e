"""The questions of a form as plain text: to be copied into an e-mail or a chat, and answered from a phone."""

from vadocs.model.document import Field

_YES_OR_NO = {"es": "(sí o no)", "en": "(yes or no)"}


def asked(field: Field, language: str) -> str:
    """What the plain form asks: the question, with the answers that there are to choose from."""
    if field.kind == "check":
        return f"{field.prompt} {_YES_OR_NO.get(language, '')}".rstrip()
    return f"{field.prompt} ({' / '.join(field.options)})" if field.options else field.prompt
