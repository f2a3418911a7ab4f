"""Favorites: the records that a member wants at hand, in an order of his own.

A favorite is nothing but a pointer: what its member may no longer see is not among them, and comes back once he may.
"""
