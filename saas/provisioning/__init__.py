"""Provisioning: a company's directory of people makes, changes and ends our members, by SCIM 2.0.

What the directory calls a *user* is a member here, its *group* a team; beside them stands what it has told of them and
we have no use for, so that it gets back what it sent. The door is in `saas.edge.scim`, the token in `saas.identity`.
"""
