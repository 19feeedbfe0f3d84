"""Where readings are kept: JSON lines and Parquet tables with one behaviour.

Nothing is imported here: the workers that make rows need no Arrow, 40 MB.
"""
