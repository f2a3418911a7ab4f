"""Texts that are kept in every language, as the acting member reads them."""

from sqlalchemy import ColumnElement, SQLColumnExpression, Text, Uuid, bindparam, func, select

from saas.core.principal import WHO_MEMBER
from saas.members.model import Member


def in_members_language(texts: SQLColumnExpression[object]) -> ColumnElement[str]:
    """Of a JSON column with a text for each language; English for the product itself."""
    spoken = select(Member.locale).where(Member.id == bindparam(WHO_MEMBER, type_=Uuid())).scalar_subquery()
    text_in = texts.op("->>", return_type=Text())
    return func.coalesce(text_in(spoken), text_in("en"), type_=Text())
