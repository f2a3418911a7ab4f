"""Deals: the business that a company hopes to win, and its memory.

A *deal* stands in a stage of a pipeline; *moving* it, winning and losing it, changing its amount, close date or owner
each leave a *deal event*: who, when, from what to what, and how long it had stood there. Events are only ever added.
"""
