"""The quality of leads by where they came from: how many became something, what the others lacked, and what was won.

It keeps nothing of its own: it counts leads, their conversions and the deals that these led to.
"""
