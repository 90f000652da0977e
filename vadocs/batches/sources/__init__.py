"""Where a batch's engagements come from: a folder of specs, or a table whose rows are laid over a base spec."""

from vadocs.batches.sources.jobs import USAGE, jobs_of
from vadocs.batches.sources.sourced import Sourced, Stated

__all__ = ["USAGE", "Sourced", "Stated", "jobs_of"]
