"""The star schema: DDL, load, marts (plain ``.sql`` files), atomic publishing and exports.

Belongs here: everything that DuckDB holds. Does not belong here: hidden judgement, reading of PDFs.
"""
