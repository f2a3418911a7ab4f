"""Subscriptions over HTTP: WebSocket and server-sent events, told from what Postgres says that was committed.

A *guest* is one connection of one member; it holds *watches*, one for each subscription. The *hub* gives each word of a
change to the guests of its company.
"""
