"""Batches beyond one machine: jobs travel as parcels to a cluster, files go whole into an object store.

`parcelling` finds what a job reads, `parcel` is how it travels, `remote` runs where it arrives, `executor` gives the
jobs of a run out and hears what came of them, `cluster` reaches dask, `store` writes through fsspec.
"""
