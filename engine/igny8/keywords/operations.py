"""The operations of keywords: clusters in, searched phrases out; a list in, keywords out; keywords in, clusters out."""

from __future__ import annotations

from igny8.keywords.cluster import cluster_keywords
from igny8.keywords.generate import generate_keywords
from igny8.keywords.models import ClusterInput, KeywordClusters, KeywordList, KeywordsInput, ReadCsvInput
from igny8.keywords.read import read_csv
from igny8.operations import Context, Operation
from igny8.sag.keywords.generate import Keywords


def run_generate(given: KeywordsInput, context: Context) -> Keywords:
    return generate_keywords(given)


def run_read_csv(given: ReadCsvInput, context: Context) -> KeywordList:
    return read_csv(given)


def run_cluster(given: ClusterInput, context: Context) -> KeywordClusters:
    return cluster_keywords(given)


OPERATIONS = [
    Operation(
        name="keywords.generate",
        summary="Make the phrases a searcher would type for each cluster, each phrase in one cluster only.",
        input=KeywordsInput,
        output=Keywords,
        run=run_generate,
        timeout_s=60,
        credits=1,
    ),
    Operation(
        name="keywords.read_csv",
        summary="Read a keyword list: an export of Ahrefs, Semrush or Keyword Planner, a table, or one keyword a line.",
        input=ReadCsvInput,
        output=KeywordList,
        run=run_read_csv,
        timeout_s=60,
        credits=1,
    ),
    Operation(
        name="keywords.cluster",
        summary="Match a keyword list against clusters and group what belongs to none: one page answers one group.",
        input=ClusterInput,
        output=KeywordClusters,
        run=run_cluster,
        timeout_s=120,
        credits=1,
    ),
]
