"""Names a group of searches after the one that says best what all of them are about, as a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from igny8.sag import english
from igny8.sag.blueprint import ClusterType, OwnerKeyword
from igny8.sag.lists.spelling import is_word
from igny8.sag.lists.words import tokens_of
from igny8.sag.template import SiteType

SHARED = 0.5  # of the searches that must have a word for it to be the group's
LONGEST = 60  # letters of a title, as a menu and a slug can hold


def name_group(keywords: Sequence[OwnerKeyword], language: str) -> str:
    """The search that has most of the shared words and fewest others, the most searched of those, capitalised."""
    documents = [tokens_of(keyword.phrase, language) for keyword in keywords]
    counts = Counter(word for document in documents for word in set(document) if is_word(word))
    shared = {word for word, count in counts.items() if count >= SHARED * len(keywords)}

    def rank(at: int) -> tuple[int, int, int, int]:
        words = set(documents[at])
        return len(words ^ shared), len(keywords[at].phrase.split()), -(keywords[at].volume or 0), at

    best = keywords[min(range(len(keywords)), key=rank)].phrase
    return english.capitalise(best if len(best) <= LONGEST else best[:LONGEST].rsplit(" ", 1)[0])


def type_of(keywords: Sequence[OwnerKeyword], language: str, site_type: SiteType) -> ClusterType:
    """What most of its searches want: to weigh things against each other, to know, or the thing itself."""
    marks = [{token for token in tokens_of(keyword.phrase, language) if not is_word(token)} for keyword in keywords]
    half = len(keywords) / 2
    if sum("@vs" in mark for mark in marks) > half:
        return "comparison"
    if sum(bool(mark & {"?how", "?what", "?why", "?when", "@guide"}) for mark in marks) >= half:
        return "informational"
    return "informational" if site_type == "content" else "product_service_category"
