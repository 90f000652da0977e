"""`python -m vadocs`."""

from vadocs.cli import main

main()
