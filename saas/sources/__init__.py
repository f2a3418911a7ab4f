"""Sources: where leads come from, as the company names them: a form on its site, an advert, a mailbox, a fair.

A *source* has its owner, the text that people agree to there, and a *mapping* from the provider's field names to ours.
What comes in through it proves itself by the source's own *secret*, of which only a digest is kept.
"""
