"""The response clock: how long somebody who showed interest waits until he is spoken to.

It is nothing but *response events* of a lead, which are only ever added: it came in, was given to somebody, was seen by
him, was *attempted*, and there was *contact*: both sides spoke. Each tells the seconds since the lead came in, by the
wall and by the company's working time. A task is no attempt, and an automatic reply is told and stops nothing.
"""
