"""Notifications: what a member is told of, in the product and by mail.

A *notice* is a kind of them, declared by the capability that it comes from; a *notification* is one, for one member,
about one record. By his *choices* and *hours* it is shown, mailed at once, or mailed with the others in a *digest*.
It is its member's alone, and gone for him with the right to see the record.
"""
