"""Identity: who is asking, found out from a credential.

A *person* is known to the operator by an e-mail address; a *membership* ties a person to a member of one company. A
*session* is a browser that has signed in, a *token* is what a program shows; both belong to one member of one company
and are kept only as digests. Their tables stand in `platform`, not in a company's namespace. What a member may do is
not said here but by the role in the company's own `members`.
"""
