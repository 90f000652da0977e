"""What tells two editions of a clause apart whatever number they bear."""

import hashlib
import json

from vadocs.model.clause import Clause, ClauseText


def wording(clause: Clause, text: ClauseText) -> str:
    """The SHA-256 of what a clause brings into a document by one of its texts: that text and the parameters.

    Two that are equal say the same of the same spec. Summaries, sources, reviews and comments of `clause.yaml` are not
    in it.
    """
    parameters = {
        one.name: [one.type, one.unit, list(one.choices), one.default, one.required]
        for one in clause.parameters.values()
    }
    plain = json.dumps([text.source, parameters], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
