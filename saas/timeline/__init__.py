"""The timeline of a record: what was done with a customer or a deal, and what changed, in one order.

An *entry* tells an activity, an event of a deal's history, or that a record was made. Entries are read from where these
are kept, and kept nowhere themselves: see `model`.
"""
