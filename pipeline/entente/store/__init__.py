"""Where readings are kept: JSON lines and Parquet tables with one behaviour."""

from entente.store.folder import Output, files_of, open_output
from entente.store.jsonl import read_jsonl

__all__ = ["Output", "files_of", "open_output", "read_jsonl"]
