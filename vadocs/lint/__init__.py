"""Rules over the library, the plan and the document: small functions in tables, each of which reports what it finds."""
