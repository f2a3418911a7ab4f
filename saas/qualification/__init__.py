"""Qualification: how ripe a lead is, by what the company itself goes by.

A *rule* gives or takes points where its condition holds; a lead's *score* is the share of all points that it has, and
its *merits* are the rules that hold. It is *ripe* from the score on that the company says, where what it requires
besides is there. A *weighing* goes through all leads after the rules were changed. Nobody's status changes by it: who
works a lead says himself that it is qualified.
"""
