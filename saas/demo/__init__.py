"""The demo company: a believable agency for kitchen and coffee equipment, with two years of history.

Words: a *record* is a plain frozen thing that the generator drew; a *kit* is what customers buy together; a *path* is
how one deal went through the stages. The same seed and the same moment draw the same company. Drawing (every module
but `actions`) touches no database; `actions.fill` stores what was drawn. It is not a source of test data for others.
"""
