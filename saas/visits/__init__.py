"""Visits: what somebody looked at on the company's site, and whether he is on it now.

A small script on the site's pages tells of them, once the person has agreed: which page, for how long, that he left. A
*visitor* is an id that his browser made, of which only a digest is kept; he is nobody until a form of his becomes a
lead, whose visits they then are. A *visit* ends when nothing was heard for half an hour. Not an analysis of traffic.
"""
