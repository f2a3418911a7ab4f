"""Talks: a call or a chat with somebody who is no lead yet, as the telephone's or the chat's own system tells it.

It is kept as a submission of its source and becomes a lead as all do. A talk in which both sides spoke stops the
response clock; one that nobody took lets it run. With a lead that is there, a call is an activity of it.
"""
