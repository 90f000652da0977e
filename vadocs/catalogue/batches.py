"""Batches: sources, workers, the manifest, progress, the report."""

MESSAGES: dict[str, tuple[str, str]] = {
}
