"""Roles: the company's own ones, each standing on a ready-made role and saying what it does differently.

The ready-made roles are not rows: what each may do is declared by every capability for its own records.
"""
