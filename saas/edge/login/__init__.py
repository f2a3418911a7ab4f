"""The sign-in host: pages at `login.DOMAIN` that the server writes itself and that work without a script.

Each module is a group of pages and declares them as `PAGES`; `door.py` finds them by walking the folder. A person who
is known here (a *visitor*) is carried to a company's host by a code that is good once.
"""
