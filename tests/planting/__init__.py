"""Plants faults in a private copy of the program and tells which of them no test notices.

`python -m tests.planting ROOM … [--count 60] [--seed REV]`; why it is our own: docs/adr/0021-planted-faults.md.
"""
