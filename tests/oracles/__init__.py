"""Outside judges of what vadocs writes: programs that share no code with it.

One module per oracle; each offers `NAME`, `available() -> Availability`, and functions that judge files and
return frozen dataclasses. Each judgement is counted in `tests.oracles.tally.TALLY`, so that a run can show
that its oracles truly worked. A test asks for an oracle through the fixture of the same name
(`def test_x(qpdf): qpdf.check(path)`): it skips, with the reason, where the oracle is absent.
"""

from tests.oracles.tally import NAMES, TALLY, Availability, OracleError

__all__ = ["NAMES", "TALLY", "Availability", "OracleError"]
