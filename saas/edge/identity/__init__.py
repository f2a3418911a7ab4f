"""Doors of a company's identity settings, `/identity/…` on the company's host: what stands in the operator's tables.

Each module declares its doors as `DOORS`; `door.py` finds them by walking the folder. JSON in, JSON out, for members
who have signed in with a browser.
"""
