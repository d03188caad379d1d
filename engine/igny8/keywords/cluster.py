"""Matches a keyword list against clusters that are there, and groups what belongs to none."""

from __future__ import annotations

from igny8.keywords.models import ClusterInput, KeywordCluster, KeywordClusters, Matched
from igny8.sag.lists.match import Known, match
from igny8.sag.lists.propose import find_groups


def cluster_keywords(given: ClusterInput) -> KeywordClusters:
    """The operation: every keyword in exactly one of the three lists it gives."""
    known = [Known(seed.id, seed.title, seed.phrases) for seed in given.seeds]
    found = match([row.phrase for row in given.keywords], known, given.locale)
    rest = [row for row, one in zip(given.keywords, found, strict=True) if one is None]
    groups, alone = find_groups(rest, given.locale)
    return KeywordClusters(
        clusters=[
            KeywordCluster(title=one.title, keywords=[row.phrase for row in one.keywords], volume=one.volume)
            for one in groups
        ],
        matched=[
            Matched(phrase=row.phrase, cluster=one.cluster, score=one.score)
            for row, one in zip(given.keywords, found, strict=True)
            if one is not None
        ],
        unclustered=[row.phrase for row in alone],
    )
