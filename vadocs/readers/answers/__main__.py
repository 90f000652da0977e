"""A file with answers on the standard input, what is in it as JSON on the output: for systems that cannot fork."""

import logging
import sys

from vadocs.readers.answers import answers_here

if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    sys.stdout.buffer.write(answers_here(sys.stdin.buffer.read()))
