"""The peers, each in its own idiomatic, fast way, and the limits: what the mere writing costs."""
