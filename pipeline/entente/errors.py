"""The errors that entente raises; each message says what happened, where, and what to do."""


class EntenteError(Exception):
    """Root of every error that entente raises on purpose."""


class RecordError(EntenteError):
    """A record that breaks the contract, such as a span whose text is not in the document."""


class LexiconError(EntenteError):
    """A lexicon file that is missing or malformed."""


class ModelError(EntenteError):
    """A model or compiled resource that is missing, or of another version than the installed one."""


class InputError(EntenteError):
    """A source that cannot be read as a French release."""


class OutputError(EntenteError):
    """A place that cannot be written."""


class StaleError(EntenteError):
    """An output folder whose earlier results were read otherwise than they would be now."""


class TimeLimitError(EntenteError):
    """A document that takes longer than it may."""


class WorkerLostError(EntenteError):
    """A document that ends the process that reads it."""


class ClusterError(EntenteError):
    """A cluster that cannot be reached, or whose workers do not run this version."""


class GoldError(EntenteError):
    """A gold file that does not parse or does not follow the format."""
