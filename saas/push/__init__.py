"""Push: browsers of members that take messages from us, and how one gets there.

A *device* is a member's browser that has subscribed at the push service of whoever made it. A *message* is what it
shows; it goes there by that service (RFC 8030), which knows us by our key (RFC 8292) and cannot read it (RFC 8291).
What members are told of is the affair of notifications; push tells it on.
"""
