"""Members and teams: the people of a subscribing company and how they report.

A *member* is a person inside one company, with a role; a *team* has a manager and an office. A member may be a
*placeholder*: known by name from an import, unable to sign in until invited. People across companies, sessions and
tokens are not here: they belong to `identity`.
"""
