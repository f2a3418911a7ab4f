"""Adverts: forms inside Facebook and LinkedIn, which tell us that somebody filled one in and wait to be asked for it.

A *notice* comes through the network's webhook, signed with the source's signing secret, and is kept as a submission.
A worker fetches the *lead* that it names, with the source's access token, and hands it to capture.
"""
