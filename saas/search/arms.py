"""The ways to a record, each as a SELECT of its own that an index serves: an *arm* of the search's statement.

An arm answers the keys of at most `CAP` records with their tier. The policy of every table that it reads is in its
WHERE; what the role hides is not searched: the stored text then only finds candidates, and the text of the shown
columns decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Float,
    Integer,
    Select,
    Text,
    and_,
    bindparam,
    case,
    false,
    func,
    inspect,
    literal,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from saas.accounts.model import Account
from saas.core.model import digits_of, initials_of
from saas.core.policy import Seen, live, shown, visible
from saas.core.principal import Who
from saas.search.asked import Shape, Word
from saas.search.kinds import Subject, Tier
from saas.search.typos import HALVES

CAP = 500

Arm = Select[*tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Arms:
    """To one kind of record, for those of equal rights and what is asked in one shape."""

    who: Who
    subject: Subject
    shape: Shape

    def plain(self) -> Iterator[Arm]:
        """Without typos."""
        seen, subject, shape = aliased(self.subject.model), self.subject, self.shape
        if subject.named:
            yield self._arm(seen, Tier.EXACT, self._title(seen) == _said("text"))
        for code in subject.codes:
            yield self._arm(seen, Tier.EXACT, self._code(seen, code))
        yield self._arm(seen, self._tier(seen), self._fits(seen, "prefix"))
        yield self._arm(seen, self._tier(seen), *self._words(seen))
        if subject.phone and shape.digits:
            digits = digits_of(self._shown(seen, "phone")).like(_said("digits"))
            yield self._arm(seen, Tier.EXACT if shape.whole else Tier.WORD, digits)
        if subject.initials and shape.initials:
            yield self._arm(seen, Tier.INITIALS, initials_of(self._shown(seen, subject.title)) == _said("initials"))
        if subject.by_account and self._is_shown(self._column(seen, "account_id")):
            yield from self._through_accounts(seen)

    def slipped(self) -> Iterator[Arm]:
        """With a typo in a word, or one in each of several."""
        seen = aliased(self.subject.model)
        if Word.SLIPPERY in self.shape.words:
            near = func.ext.word_similarity(_said("text"), self._text(seen))
            words = (self._slips(seen, number) for number in range(len(self.shape.words)))
            yield self._arm(seen, Tier.TYPO, *words, near=near)

    def _through_accounts(self, seen: Seen) -> Iterator[Arm]:
        """All words in the account's text, or some there and some in the record's own."""
        account = aliased(Account)
        mine, its = self._words(seen), self._words(account)
        join = visible(self.who, account), live(account), self._column(seen, "account_id") == account.id
        yield self._arm(seen, Tier.ACCOUNT, *its, *join)
        if len(mine) > 1:
            each = (or_(own, other) for own, other in zip(mine, its, strict=True))
            yield self._arm(seen, Tier.ACCOUNT, or_(*mine), not_(and_(*mine)), *each, *join)

    def _arm(
        self, seen: Seen, tier: Tier | ColumnElement[int], *where: ColumnElement[bool],
        near: ColumnElement[float] | None = None,
    ) -> Arm:  # fmt: skip
        ranked = literal(tier.value, Integer()) if isinstance(tier, Tier) else tier
        owner = self.subject.owner
        mine = self._column(seen, owner) == self.who.member if owner else false()
        columns = (
            self._column(seen, "id").label("id"), ranked.label("tier"), func.coalesce(mine, false()).label("mine"),
            self._column(seen, "updated_at").label("at"),
            (literal(0.0, Float()) if near is None else near).label("near"),
        )  # fmt: skip
        return select(*columns).where(visible(self.who, seen), live(seen), *where).limit(CAP)

    def _tier(self, seen: Seen) -> ColumnElement[int]:
        """The name is folded only where the text begins with what is asked for: the text begins with the name."""
        begins, title = self._stored(seen).like(_said("prefix")), self._title(seen)
        words = (self._fits(seen, f"first_{number}", f"next_{number}") for number in range(len(self.shape.words)))
        return case(
            (and_(begins, title == _said("text")), Tier.EXACT.value),
            (and_(begins, title.like(_said("prefix"))), Tier.PREFIX.value),
            (and_(*words), Tier.WORD.value),
            else_=Tier.WITHIN.value,
        )

    def _words(self, seen: Seen) -> list[ColumnElement[bool]]:
        """Each of them is in the text."""
        return [self._word(seen, number) for number in range(len(self.shape.words))]

    def _word(self, seen: Seen, number: int) -> ColumnElement[bool]:
        if self.shape.words[number] is Word.SHORT:
            return self._fits(seen, f"first_{number}", f"next_{number}")
        return self._fits(seen, f"within_{number}")

    def _slips(self, seen: Seen, number: int) -> ColumnElement[bool]:
        exact = self._word(seen, number)
        if self.shape.words[number] is not Word.SLIPPERY:
            return exact
        candidates = self._fits(seen, *(f"half_{number}_{place}" for place in range(HALVES)))
        # With something joined to it the text is no longer its column: the index answers such a pattern slowly.
        slipped = (self._text(seen) + "").regexp_match(_said(f"slip_{number}"))
        return or_(exact, and_(candidates, slipped))

    def _fits(self, seen: Seen, *patterns: str) -> ColumnElement[bool]:
        """One of the patterns fits the record's folded text."""
        left = self._left(seen)
        found = or_(*(self._stored(seen).like(_said(one)) for one in patterns))
        return found if left is None else and_(found, or_(*(left.like(_said(one)) for one in patterns)))

    def _text(self, seen: Seen) -> ColumnElement[str]:
        left = self._left(seen)
        return self._stored(seen) if left is None else left

    def _left(self, seen: Seen) -> ColumnElement[str] | None:
        """The folded text of the columns that are shown, where one of the stored text's is not."""
        stored = inspect(seen).mapper.local_table.c["search_text"]
        columns = [self._column(seen, name) for name in stored.info["folds"]]
        left = [column for column in columns if self._is_shown(column)]
        return None if len(left) == len(columns) else func.ext.fold(func.concat_ws(" ", literal(""), *left))

    def _title(self, seen: Seen) -> ColumnElement[str]:
        return func.ext.fold(self._shown(seen, self.subject.title))

    def _code(self, seen: Seen, name: str) -> ColumnElement[bool]:
        kept = self._shown(seen, name)
        return func.lower(kept) == _said("lower") if name == "email" else kept == _said("raw")

    def _shown(self, seen: Seen, name: str) -> ColumnElement[str]:
        return cast("ColumnElement[str]", shown(self.who, self._column(seen, name)))

    def _is_shown(self, column: InstrumentedAttribute[object]) -> bool:
        return cast(object, shown(self.who, column)) is column

    def _stored(self, seen: Seen) -> ColumnElement[str]:
        return cast("ColumnElement[str]", self._column(seen, "search_text"))

    @staticmethod
    def _column(seen: Seen, name: str) -> InstrumentedAttribute[object]:
        return cast("InstrumentedAttribute[object]", getattr(seen, name))


def _said(name: str) -> BindParameter[str]:
    """A parameter of what is asked for."""
    return bindparam(name, type_=Text())
