"""Batches that are killed, starved, refused, interrupted: nothing half, nothing lost, and the next run completes."""
