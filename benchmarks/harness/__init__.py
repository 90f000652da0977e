"""The benchmark harness: one fixed content, contestants, interleaved rounds, tables."""
