"""Verbs that open a topic ('feeding a dog'), by which a doing is turned into a command: 'feed a dog'.

Spelling alone does not tell (hoping, hopping), so the verbs are listed and their -ing forms are made from them.
"""

# ruff: noqa: SIM905 - word lists read best as text
from __future__ import annotations

VERBS = """
add adjust adopt appeal apply ask assemble audit automate avoid bake balance boil book borrow break brew bring
brush budget build buy calculate call care change check choose claim clean clear close collect combine compare
connect cook cope copy cover create cut deal decide decorate define descale design dial divide document draw dress
drive dry earn eat edit engage enter estimate exfoliate explain explore export feed file fill finance find fire fit
fix fly follow form frame freeze get give grade grind groom grow guide handle have heal hear heat hike hire host
import improve increase insulate insure install introduce invite join keep know lace layer lead learn leave lend
line live load look maintain make manage market match measure meet mend migrate mix modify move mulch name
negotiate nurture open order organise organize pack paint pass patch pay perform pick place plan plant play polish
post prepare press prevent price propagate protect prove prune purchase put qualify raise reach read rebuild record
recruit recycle reduce refine remove rent repair replace repot restore return ride roast roll rotate run save
schedule seal seat segment select sell serve set settle sew shape share ship shop shut sit size skip sleep
socialize solve sort sow spend stake start stay steam step stock stop store stretch style swim switch take talk
teach tell test time track trade train travel treat trim turn understand update upgrade use validate visit wait
wake walk warm wash watch water wax wear winterize wire work wrap write
""".split()
DOUBLED = frozenset("cut fit get plan put repot run set ship shop shut sit skip step stop swim trim wrap".split())
KEPT_E = frozenset({"dye", "see"})
NOUNS = frozenset(  # -ing words that open a topic as nouns, whatever follows: 'plumbing inspections'
    "plumbing roofing flooring clothing bedding wedding storytelling gardening accounting marketing training".split()
)


def ing_form(verb: str) -> str:
    """feed → feeding, choose → choosing, shut → shutting, lie → lying."""
    if verb in DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe")) and verb not in KEPT_E:
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


VERB_OF = {ing_form(verb): verb for verb in VERBS if ing_form(verb) not in NOUNS}
