"""Many engagements: a source becomes jobs, workers make them in memory, one process writes what they made.

`sources` reads folders and tables, `fingerprints` and `journal` tell what changed since the last run, `supervisor` runs
the workers, `making` is what a worker does, `running` knows the order of the steps. No worker writes into the output
folder: one that crashes, hangs or is killed leaves nothing behind.

Beyond one machine: `far` has jobs made by a cluster (`fardask`), to which what they read travels in a `parcel` that is
unpacked by `remote`; `shards` parts a batch, `merging` joins the parts; `farstore` puts what is written into a store.
"""
