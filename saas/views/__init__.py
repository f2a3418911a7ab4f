"""Saved views: a list as somebody wants to see it again, for himself, a team or the whole company.

A view keeps a name, the filter, the search, the order and the columns of an object's list. It opens no records: whoever
uses it sees what he may see. In its filter the id `me` stands for whoever looks.
"""
