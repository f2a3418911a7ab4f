"""Post: mails that the product sends to people.

A *letter* is what is to be said to whom, in words of the catalogues; a *mail* is a letter that was handed in, kept with
its fate until it is sent; the *outbox* shows them. It is there, and sent, if and only if the transaction that wrote it
commits. It knows nothing of why a mail is written: invitations, mentions and digests hand their letters in.
"""
