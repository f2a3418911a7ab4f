"""Invitations: letters that bring a person into the company.

An *invitation* is good once, for a week, for the address that it was sent to: whoever shows its code has read that
address's mail. Only the code's digest is kept. It belongs to a member, who was made when he was invited; *accepting*
ties him to a person and lets him in. A member who has lost every way to sign in gets a new one, too.
"""
