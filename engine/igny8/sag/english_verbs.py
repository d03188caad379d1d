"""Verbs that open a topic ('feeding a dog'), by which a doing is turned into a command: 'feed a dog'.

Spelling alone does not tell (hoping, hopping), so the verbs are listed and their -ing forms are made from them.
"""

# ruff: noqa: SIM905 - word lists read best as text
from __future__ import annotations

VERBS = """
acclimate activate add adjust adopt align alter analyze appeal apply ask assemble assess attract audit automate avoid
bake balance bleed blend block boil bond book borrow bottle break brew bring brush budget buff build bustle buy
calculate calibrate call care carve cast caulk change charge check choose claim clean clear close coil collect comb
combine compare compost condition connect contour cook cope copy count counter cover create crochet cure curl cut deal
decant decide decorate define deliver descale design devein dial diffuse dissolve divide document draw dress drill
drive dry dye earn eat edit engage engrave enter estimate etch exfoliate expand explain explore export feed felt file
fill finance find finish fire fit fix fly fold follow form frame freeze get give glue go grade grind groom grout grow
guard guide handle hang hardwire have heal hear heat hem hike hire hold host humidify identify import improve increase
inflate insert install insulate insure introduce invite join keep knit know label lace launch lay layer lead learn
leave lend line list live load lock look lubricate maintain make manage map market match measure meet memorize mend
migrate mix modify mount move mulch name negotiate nurture oil onboard open optimize order organise organize pack
paint pair pass patch pay perform photograph pick place plan plant play point polish post pour practice prep prepare
preserve press prevent price prime print program propagate protect prove prune purchase put qualify quilt raise reach
read rebuild record recover recruit recycle reduce refine refinish refund register regrip rekey reload remove rent
repair replace repot resize resole restore restring retire return ride rig roast roll rotate run sand save scan
schedule screen seal sear seat secure segment select sell serve set settle sew shampoo shape share sharpen shave ship
shop shut sight sign sit size skip sleep slice soak socialize solve sort soundproof sow spend spin splice spool spot
staff stain stake start stay steam steep step stitch stock stop store straighten stretch strip strop stuff style
submit substitute swim switch tag take talk taste teach tell temper test thaw tie time tip toast tone torque track
trade train transfer transport travel treat trim tune turn understand unlock unpack unwrap update upgrade use validate
varnish verify visit wait wake walk warm wash watch water waterproof wax wear weave weed whisk winterize wipe wire
work wrap write
""".split()
DOUBLED = frozenset(
    """
    cut fit get hem map pin plan prep program put regrip repot rig run scan set ship shop shut sit skip spin spot step
    stop strip strop submit swim tag tip transfer trim unwrap wrap
    """.split()
)
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
