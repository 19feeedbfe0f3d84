"""The command line: one file a command."""

import os


def main() -> None:
    """Run the command line, with one BLAS thread a process: small matrices gain nothing from more, and lose much."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from entente.cli.app import app

    app()
