"""Makes the keywords of given clusters, also of those that rules did not make."""

from __future__ import annotations

from igny8.keywords.models import KeywordsInput
from igny8.sag.blueprint import BlueprintAttribute, Cluster
from igny8.sag.intersect import Candidate, Pick, cluster_id, find_candidates
from igny8.sag.keywords.generate import Claimant, Keywords, make_keywords
from igny8.sag.languages import speaking
from igny8.sag.own_clusters import own_candidate


def generate_keywords(given: KeywordsInput) -> Keywords:
    """The operation: finds each given cluster among the candidates of its sector, then makes the keywords."""
    with speaking(given.locale):
        known = {
            cluster_id(candidate): candidate
            for sector in given.sectors
            for candidate in find_candidates(sector, given.attributes, given.site_type)
        }
        claimants = [
            Claimant(cluster.id, known.get(cluster.id) or _foreign(cluster, given.attributes))
            for cluster in given.clusters
        ]
        patterns = {sector.slug: given.patterns for sector in given.sectors}
        return make_keywords(claimants, given.sectors, given.attributes, patterns, given.site_type)


def _foreign(cluster: Cluster, attributes: list[BlueprintAttribute]) -> Candidate:
    """A cluster that rules did not make (a model's, the owner's): its title is all there is to go by."""
    by_slug = {
        (attribute.slug, value.slug): Pick(attribute, value) for attribute in attributes for value in attribute.values
    }
    picks = [by_slug[key] for ref in cluster.values if (key := (ref.attribute, ref.value)) in by_slug]
    return own_candidate(cluster.title, cluster.type, cluster.sector, picks, cluster.reason)
