"""Recents: the records that a member opened last, on whatever machine.

An *opening* is kept for the last `KEPT` records of each member and no longer: it is a help for him and no trail, so the
audit does not tell it.
"""
