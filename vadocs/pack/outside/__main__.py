"""A file on the standard input, cleaned, coded on the output: for systems that cannot fork."""

import logging
import sys

from vadocs.pack.outside import cleaned_here

if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    sys.stdout.buffer.write(cleaned_here(sys.stdin.buffer.read()))
