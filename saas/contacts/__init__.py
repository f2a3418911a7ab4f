"""Contacts: the people whom a subscriber knows.

A *contact* is one person, usually at an account. Contacts are not members: they do not sign in.
"""
