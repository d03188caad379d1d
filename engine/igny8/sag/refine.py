"""Refines a blueprint with a language model: proposes names, removals and keywords, each checked before it is shown.

The model sees short names ('c1') and answers with them; whatever does not fit a known cluster, breaks a rule of the
blueprint or would take away too much is refused by name. Proposals change nothing by themselves.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from pydantic import BaseModel

from igny8.llm import ModelChoice
from igny8.operations import Context, Usage
from igny8.prompts import fill, load_prompt
from igny8.sag import english
from igny8.sag.blueprint import Decision
from igny8.sag.keywords.normal import normalise
from igny8.sag.refine_shape import Change, ClusterBrief, RefineInput, RefineOutput, Review, Suggestions
from igny8.structured import ask_for

DEADLINE_S = 280.0  # under the operations' 300 s
BATCH = 40  # clusters a question: about 2,500 tokens, which small local models still hold
SHOWN = 6  # keywords of a cluster that the model sees
MAX_DROPPED = 0.3  # of all clusters: a model that drops more has not understood the site
MAX_TITLE = 80
MAX_WORDS = 10
MAX_SUGGESTED = 8  # a cluster, as the prompt asks

Answer = TypeVar("Answer", bound=BaseModel)


def refine_clusters(given: RefineInput, context: Context, choice: ModelChoice) -> RefineOutput:
    """Names and removals. Raises OperationError as `ask_for` does; then there are no proposals at all."""
    changes: list[Change] = []
    refused: list[str] = []
    titles = {english.capitalise(cluster.title).casefold() for cluster in given.clusters}
    for known, answer in _ask(given, context, choice, "refine", Review):
        for drop in answer.drop:
            if cluster := _find(drop.cluster, known, refused):
                decision = Decision(action="drop", cluster=cluster.id, source="ai")
                changes.append(Change(decision=decision, before=cluster.title, after="", reason=drop.reason[:200]))
        for rename in answer.rename:
            cluster = _find(rename.cluster, known, refused)
            fault = _title_fault(rename.title, titles) if cluster else ""
            if cluster and fault:
                refused.append(f"“{cluster.title}” as “{rename.title[:MAX_TITLE]}”: {fault}")
            elif cluster:
                titles.add(rename.title.casefold())
                decision = Decision(action="rename", cluster=cluster.id, title=rename.title, source="ai")
                changes.append(
                    Change(decision=decision, before=cluster.title, after=rename.title, reason=rename.reason[:200])
                )
    return _without_excess(given, _one_each(changes), refused)


def suggest_keywords(given: RefineInput, context: Context, choice: ModelChoice) -> RefineOutput:
    """More keywords for the clusters. What the blueprint has in any form is left out without a word."""
    changes: list[Change] = []
    refused: list[str] = []
    taken = {normalise(phrase) for cluster in given.clusters for phrase in cluster.keywords}
    for known, answer in _ask(given, context, choice, "suggest", Suggestions):
        for more in answer.clusters:
            cluster = _find(more.cluster, known, refused)
            if cluster is None:
                continue
            new: list[str] = []
            for phrase in (" ".join(keyword.split()).lower() for keyword in more.keywords[:MAX_SUGGESTED]):
                if fault := _phrase_fault(phrase):
                    refused.append(f"“{phrase[:MAX_TITLE]}”: {fault}")
                elif normalise(phrase) not in taken:
                    taken.add(normalise(phrase))
                    new.append(phrase)
            if new:
                decision = Decision(action="add_keywords", cluster=cluster.id, keywords=new, source="ai")
                changes.append(Change(decision=decision, before=cluster.title, after="; ".join(new)))
    return RefineOutput(changes=changes, refused=refused)


def _ask(
    given: RefineInput, context: Context, choice: ModelChoice, prompt_name: str, shape: type[Answer]
) -> Iterator[tuple[dict[str, ClusterBrief], Answer]]:
    """Each batch's clusters by their short names, and the model's answer about them."""
    prompt = load_prompt("sag", prompt_name)
    usage = Usage(model=choice.name, prompt_version=prompt.label)
    deadline = time.monotonic() + DEADLINE_S
    batches = [given.clusters[at : at + BATCH] for at in range(0, len(given.clusters), BATCH)]
    try:
        for number, batch in enumerate(batches):
            context.progress(number, len(batches), f"Asking {choice.name or 'the model'}")
            known = {f"c{at}": cluster for at, cluster in enumerate(batch, number * BATCH + 1)}
            messages = [
                {"role": "system", "content": prompt.system},
                {"role": "user", "content": fill(prompt.user, _values(given, known))},
            ]
            yield known, ask_for(shape, choice, messages, usage, deadline=deadline, what="review")
        context.progress(len(batches), len(batches), "Answers checked")
    finally:
        if usage.tokens_in or usage.tokens_out:
            context.spend(usage)


def _values(given: RefineInput, known: dict[str, ClusterBrief]) -> dict[str, str]:
    lines = [
        f"- {name}, {cluster.type}: {cluster.title}" + "".join(f"; {phrase}" for phrase in cluster.keywords[:SHOWN])
        for name, cluster in known.items()
    ]
    return {
        "site_name": given.site_name,
        "site_type": given.site_type.replace("_", " "),
        "sectors": ", ".join(given.sectors),
        "locale": given.locale,
        "clusters": "\n".join(lines),
    }


def _find(name: str, known: dict[str, ClusterBrief], refused: list[str]) -> ClusterBrief | None:
    cluster = known.get(name.strip())
    if cluster is None:
        refused.append(f"a change to “{name[:40]}”, which is no cluster of this blueprint")
    return cluster


def _title_fault(title: str, taken: set[str]) -> str:
    if not english.words_of(title):
        return "it is empty"
    if len(title) > MAX_TITLE:
        return f"it is longer than {MAX_TITLE} letters"
    if "<" in title or "\n" in title:
        return "it is no plain line of text"
    return "another cluster has this title" if title.casefold() in taken else ""


def _phrase_fault(phrase: str) -> str:
    words = english.words_of(phrase)
    if not 1 <= len(words) <= MAX_WORDS:
        return f"it has not 1 to {MAX_WORDS} words"
    if len(phrase) > MAX_TITLE or "<" in phrase:
        return "it is no search phrase"
    return "a word stands twice in a row" if any(one == two for one, two in pairwise(words)) else ""


def _one_each(changes: Sequence[Change]) -> list[Change]:
    """The first change of each cluster: what goes needs no new name."""
    seen: dict[str, Change] = {}
    for change in changes:
        seen.setdefault(change.decision.cluster, change)
    return list(seen.values())


def _without_excess(given: RefineInput, changes: list[Change], refused: list[str]) -> RefineOutput:
    """Without any removal when there are too many of them to trust."""
    kept = [change for change in changes if change.decision.action != "drop"]
    drops = len(changes) - len(kept)
    if drops <= MAX_DROPPED * len(given.clusters):
        return RefineOutput(changes=changes, refused=refused)
    message = f"{drops} of {len(given.clusters)} clusters dropped: more than a review may take away"
    return RefineOutput(changes=kept, refused=[*refused, message])
