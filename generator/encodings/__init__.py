"""Before: a file's bytes. After: which encoding they are in, told from the bytes alone.

`recognise` knows what a Chinese Windows writes, `suspicion` finds bytes that are UTF-8 by chance.
Nothing here opens a file or reports a problem: `read` refuses such files, `fix` converts them.
"""

from generator.encodings.recognise import Reading, decode_foreign, guess_encoding
from generator.encodings.suspicion import find_hidden_encoding, find_lost

__all__ = ["Reading", "decode_foreign", "find_hidden_encoding", "find_lost", "guess_encoding"]
