"""Devices in the graph: the acting member's own."""

from datetime import datetime

import strawberry

from saas.core.work import Work
from saas.graph.declare import Node, key, mutation, node, query
from saas.push import actions
from saas.push.actions import Subscription
from saas.push.model import PushDevice


@node(PushDevice, many="pushDevices", order="-created_at")
class PushDeviceNode(Node):
    """A browser that the acting member is told on. `usedAt` is when it last took something, and `problem` what its push
    service said since, in its own words.
    """

    name: str
    created_at: datetime
    used_at: datetime | None
    problem: str | None


@query
def push_key(work: Work) -> str:
    """With which a browser subscribes for this deployment: its `applicationServerKey`."""
    return actions.public_key(work)


@strawberry.input
class SubscribePushDeviceInput:
    """As the browser's `PushSubscription` says it: `publicKey` is its `p256dh`, `secret` its `auth`."""

    name: str
    endpoint: str
    public_key: str
    secret: str


@mutation(PushDeviceNode)
def subscribe_push_device(work: Work, input: SubscribePushDeviceInput) -> PushDevice:
    """From now on the acting member is told on this browser, and nobody else is."""
    said = Subscription(input.endpoint, input.public_key, input.secret)
    return actions.subscribe_device(work, input.name, said)


@strawberry.input
class RemovePushDeviceInput:
    id: strawberry.ID


@mutation(PushDeviceNode)
def remove_push_device(work: Work, input: RemovePushDeviceInput) -> PushDevice:
    """Nothing is told on it any more; `pushDevice` is null afterwards."""
    return actions.remove_device(work, key(PushDeviceNode, input.id))


@strawberry.input
class TestPushDeviceInput:
    id: strawberry.ID


@mutation(PushDeviceNode)
def test_push_device(work: Work, input: TestPushDeviceInput) -> PushDevice:
    """Sends a message that says only that it came."""
    return actions.ask_for_sample(work, key(PushDeviceNode, input.id))
