"""Activities: what people do with customers, day by day: tasks, calls, meetings and notes.

An activity is its *owner's*: who is to do it, or did it; its *author* wrote it down. It *hangs on* deals, contacts and
accounts by *links*; what hangs on a deal is also linked to the deal's account and contact. It *falls* at a moment or on
a day. A *series* makes the next one when one is done. The *timeline* of a record unites its activities with its deals'
history; it is read from both, and kept nowhere.
"""
