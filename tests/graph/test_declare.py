from dataclasses import replace
from types import ModuleType
from typing import Annotated, cast

import pytest
import strawberry
from graphql import GraphQLInputObjectType, GraphQLObjectType
from sqlalchemy import ColumnElement, func

from saas.core.work import Work
from saas.graph.assembly import BadDeclaration, Graph, assemble
from saas.graph.bindings import Expression, OneOf, RootKind, Scalar, ToMany, ToOne
from saas.graph.declare import (
    Connection,
    Money,
    Node,
    computed,
    connection,
    edge,
    many,
    money,
    mutation,
    node,
    one_of,
    query,
    record,
)
from saas.graph.documents import Library
from saas.members.model import Member, Team
from saas.pipelines.model import Pipeline
from saas.products.model import Product
from tests.graph.make import Shop


def built(*declared: object) -> Graph:
    """The graph of a capability that declares only these."""
    module = ModuleType(__name__)
    vars(module).update({f"declared_{place}": one for place, one in enumerate(declared)})
    return assemble([module])


def fields(made: Graph, name: str) -> dict[str, str]:
    return {field: str(one.type) for field, one in cast(GraphQLObjectType, made.schema.type_map[name]).fields.items()}


def test_a_node_is_its_columns_and_relationships() -> None:
    @node(Team, one="team", many="teams", order="-name")
    class TeamNode(Node):
        name: str
        office: str | None
        length: int = computed(_length)

    @node(Member, plain="people")
    class MemberNode(Node):
        email: str
        team: TeamNode | None

    made = built(TeamNode, MemberNode)
    assert fields(made, "Team") == {"id": "ID!", "name": "String!", "office": "String", "length": "Int!"}
    assert fields(made, "Member") == {"id": "ID!", "email": "String!", "team": "Team"}
    assert fields(made, "Query") == {
        "node": "Node", "nodes": "[Node]!", "team": "Team", "teams": "TeamConnection!", "people": "[Member!]!",
    }  # fmt: skip
    assert [one.name for one in cast(GraphQLObjectType, made.schema.type_map["Team"]).interfaces] == ["Node"]
    kinds = {name: type(binding) for name, binding in made.types["Member"].fields.items()}
    assert (kinds["email"], kinds["team"]) == (Scalar, ToOne)
    assert isinstance(made.types["Team"].fields["length"], Expression)
    assert {name: root.kind for name, root in made.roots.items()} == {
        "node": RootKind.NODE, "nodes": RootKind.NODES, "team": RootKind.ONE, "teams": RootKind.PAGES,
        "people": RootKind.PLAIN,
    }  # fmt: skip
    assert [(order.name, order.descending) for order in made.types["Team"].order] == [("name", True)]


def test_a_union_is_whichever_of_its_relationships_is_set() -> None:
    @node(Team)
    class TeamNode(Node):
        name: str

    @node(Pipeline)
    class PipelineNode(Node):
        name: str

    union = Annotated[TeamNode | PipelineNode, strawberry.union("Place")]

    @node(Member, many="members")
    class MemberNode(Node):
        name: str
        place: union | None = one_of("team")

    made = built(TeamNode, PipelineNode, MemberNode)
    assert fields(made, "Member") == {"id": "ID!", "name": "String!", "place": "Place"}
    place = made.types["Member"].fields["place"]
    assert isinstance(place, OneOf)
    assert [(arm.target, arm.column.name) for arm in place.arms] == [("Team", "team_id")]
    assert "place" not in cast(GraphQLInputObjectType, made.schema.type_map["MemberFilter"]).fields


def test_a_union_may_always_be_null() -> None:
    @node(Team)
    class TeamNode(Node):
        name: str

    @node(Member)
    class MemberNode(Node):
        place: TeamNode = one_of("team")

    with pytest.raises(BadDeclaration, match=r"Member\.place: .* must be `\| None`"):
        built(TeamNode, MemberNode)


def test_python_answers_a_union_with_records_and_with_objects_of_its_own(calm: Shop) -> None:
    @node(Member)
    class MemberNode(Node):
        name: str

    @strawberry.type
    class Nobody:
        why: str

    found = Annotated[MemberNode | Nobody, strawberry.union("Found")]

    @query
    def finds(work: Work) -> list[found | None]:
        return [record(MemberNode, calm.members["ron"][0]), Nobody(why="left"), None]

    made = built(MemberNode, finds)
    shop = replace(calm, door=replace(calm.door, graph=made, library=Library(made, {})))
    assert shop.data(
        "{ finds { __typename ...N ... on Member { name } } } fragment N on Found { ... on Nobody { because: why } }"
    ) == {
        "finds": [{"__typename": "Member", "name": "Ron"}, {"__typename": "Nobody", "because": "left"}, None],
    }  # fmt: skip


def _length(team: type[Team]) -> ColumnElement[int]:
    return func.length(team.name)


def test_the_owner_of_an_arrow_declares_its_reverse_end() -> None:
    @node(Team, one="team")
    class TeamNode(Node):
        name: str

    @node(Member, one="member")
    class MemberNode(Node):
        name: str
        team: TeamNode | None

    members: Connection[MemberNode] = connection(order="-name,email")
    edge(TeamNode, "members", members)
    made = built(TeamNode, MemberNode)
    assert fields(made, "Team")["members"] == "MemberConnection!"
    arguments = cast(GraphQLObjectType, made.schema.type_map["Team"]).fields["members"].args
    assert {name: str(argument.type) for name, argument in arguments.items()} == {
        "first": "Int", "last": "Int", "after": "String", "before": "String", "filter": "MemberFilter",
        "orderBy": "[MemberOrder!]", "search": "String",
    }  # fmt: skip
    bound = cast(ToMany, made.types["Team"].fields["members"])
    assert (bound.target, bound.column.name, bound.paged) == ("Member", "team_id", True)
    assert [(order.name, order.descending) for order in bound.order] == [("name", True), ("email", False)]
    assert "members" in cast(GraphQLObjectType, made.schema.type_map["TeamFilter"]).fields


def test_a_reverse_end_may_be_a_plain_list() -> None:
    @node(Team, one="team")
    class TeamNode(Node):
        name: str

    @node(Member)
    class MemberNode(Node):
        name: str

    members: list[MemberNode] = many(order="name")
    edge(TeamNode, "members", members)
    made = built(TeamNode, MemberNode)
    assert fields(made, "Team")["members"] == "[Member!]!"
    assert cast(GraphQLObjectType, made.schema.type_map["Team"]).fields["members"].args == {}
    assert not cast(ToMany, made.types["Team"].fields["members"]).paged


def test_an_edge_is_a_connection_or_a_list() -> None:
    @node(Team)
    class TeamNode(Node):
        name: str

    with pytest.raises(TypeError, match=r"edge\(TeamNode, 'members'\) takes connection"):
        edge(TeamNode, "members", 1)


def test_an_edge_to_nowhere_refuses_at_boot() -> None:
    @node(Team)
    class TeamNode(Node):
        name: str

    edge(TeamNode, "members", connection())
    with pytest.raises(BadDeclaration, match=r"Team\.members leads to Member, which is no node"):
        built(TeamNode)
    edge(TeamNode, "people", connection())
    with pytest.raises(BadDeclaration, match=r"Team\.(members|people)"):
        built(TeamNode)


def test_an_edge_that_the_table_does_not_have_refuses_at_boot() -> None:
    @node(Team)
    class TeamNode(Node):
        name: str

    edge(TeamNode, "friends", connection())
    with pytest.raises(BadDeclaration, match=r"Team\.friends is no relationship of Team"):
        built(TeamNode)


def test_a_field_that_is_no_column_refuses_at_boot() -> None:
    @node(Team)
    class TeamNode(Node):
        nonsense: str

    with pytest.raises(BadDeclaration, match=r"Team\.nonsense is no column or relationship of Team: declare its SQL"):
        built(TeamNode)


def test_a_column_that_may_be_null_must_be_said_so() -> None:
    @node(Team)
    class TeamNode(Node):
        office: str

    with pytest.raises(BadDeclaration, match=r"Team\.office: the column may be null, so the field must be `\| None`"):
        built(TeamNode)


def test_a_key_that_may_be_null_must_be_said_so() -> None:
    @node(Team)
    class TeamNode(Node):
        name: str

    @node(Member)
    class MemberNode(Node):
        team: TeamNode

    with pytest.raises(BadDeclaration, match=r"Member\.team: the key may be null, so the field must be `\| None`"):
        built(TeamNode, MemberNode)


def test_two_fields_of_one_name_refuse_at_boot() -> None:
    @node(Team, one="thing")
    class TeamNode(Node):
        name: str

    @node(Pipeline, one="thing")
    class PipelineNode(Node):
        name: str

    with pytest.raises(BadDeclaration, match=r"Query\.thing is declared twice: rename one of them"):
        built(TeamNode, PipelineNode)


def test_a_query_of_the_name_of_a_root_refuses_at_boot() -> None:
    @node(Team, one="team")
    class TeamNode(Node):
        name: str

    @query
    def team(work: Work) -> str:
        return str(work)

    with pytest.raises(BadDeclaration, match=r"Query\.team is declared twice: rename one of them"):
        built(TeamNode, team)


def test_money_is_a_pair_of_columns_and_a_sum_of_the_list() -> None:
    @node(Product, many="products", sums=("price",))
    class ProductNode(Node):
        price: Money | None = money("price")

    made = built(ProductNode)
    assert fields(made, "ProductConnection")["totalPrice"] == "[Money!]!"
    assert list(made.types["Product"].sums) == ["totalPrice", "averagePrice"]
    assert list(made.types["Product"].sortable) == ["price"]


def test_a_mutation_has_a_payload_of_its_record() -> None:
    @node(Team, one="team")
    class TeamNode(Node):
        name: str

    @strawberry.input
    class RenameTeamInput:
        name: str

    rename_team.__annotations__["input"] = RenameTeamInput
    made = built(TeamNode, mutation(TeamNode)(rename_team))
    assert fields(made, "Mutation") == {"renameTeam": "RenameTeamPayload!"}
    assert fields(made, "RenameTeamPayload") == {
        "team": "Team", "problems": "[Problem!]!", "clientMutationId": "String",
    }  # fmt: skip
    taken = cast(GraphQLObjectType, made.schema.type_map["RenameTeamInput"]).fields
    assert {name: str(one.type) for name, one in taken.items()} == {"name": "String!", "clientMutationId": "String"}


def rename_team(work: Work, input: object) -> Team:
    raise NotImplementedError(f"{work} {input}")
