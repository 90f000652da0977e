"""The tests of vadocs; `tests.oracles` holds the outside judges."""
