"""Handover: what a member leaves behind goes on to somebody else.

A *handover* gives the records that one member owns to a *successor*, of every governed kind, in the background and in
batches; teams that he led go at once. What is over, and what was private, stays his unless it is asked for.
"""
