"""How people ask: phrases that say what is wanted of a topic (price, place, choice), and words that say nothing.

A way of asking ties two searches together less than a word of the topic does: 'plumber cost' is nearer to 'emergency
plumber' than to 'drain cleaning cost'. How much less is in `vocabulary.py`.
"""

# ruff: noqa: SIM905 - word lists read best as text
from __future__ import annotations

WAYS: dict[str, str] = {  # mark → phrases, separated by commas
    "@near": "near me, nearby, near by, near, close to me, closest, nearest, around me, in my area, local",
    "@best": "best, top, top rated, top 10, top 5, good, great, better, recommended, leading, highest rated, perfect",
    "@cheap": "cheap, cheapest, affordable, budget, inexpensive, low cost, low price, low priced, discount, discounts, "
    "discounted, deal, deals, sale, on sale, clearance, coupon, coupons",
    "@cost": "cost, costs, price, prices, priced, pricing, price list, price range, how much, how much is, "
    "how much are, how much does, how much do, how much to, charge, charges, fee, fees, quote, quotes, average cost, "
    "rates, hourly rate, cost per hour",
    "@buy": "buy, buying, purchase, purchasing, order, shop, shops, shopping, store, stores, online, for sale, "
    "where to buy, where can i buy",
    "@review": "review, reviews, rating, ratings, reddit, compare, compared, comparison, comparisons",
    "@guide": "guide, guides, diy, homemade, tip, tips, tutorial, idea, ideas, example, examples, explained, meaning, "
    "define, definition, step by step, checklist, advice, help, what is, what are, info, information, basics, learn",
    "@vs": "vs, vs., versus, or, difference between, differences between, difference, differences, compared to, "
    "better than",
    "@free": "free, no cost, free of charge",
    "@service": "service, services, company, companies, provider, providers, professional, professionals, specialist, "
    "specialists, expert, experts, pro, pros, firm, firms",
    "@begin": "beginner, beginners, starters, newbie, newbies, for dummies, new to",
    "@need": "need, should i, do i need, worth it, worth, is it worth, are they worth",
    "?how": "how", "?what": "what", "?why": "why", "?when": "when", "?which": "which", "?who": "who", "?where": "where",
}  # fmt: skip
ASKING: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): mark for mark, phrases in WAYS.items() for phrase in phrases.split(", ")
}
LONGEST = max(map(len, ASKING))

EMPTY = frozenset(
    """
    a about am an and are as at be been being both but by can can could d did do does doing each for from get gets
    getting got had has have having he her here him his i if in into is isn it its just ll m may me might mine much must
    my myself no not of on onto our ours own please re s shall she should so some such t than that the their them then
    there these they this those to too us ve very via was we were will with won would you your yours
    """.split()
)
# Small words of other languages: articles, prepositions, the words questions are made of.
SMALL: dict[str, frozenset[str]] = {
    "es": frozenset(
        """
        a al ante con cual cuales cuando cuanto cuanta cuantos como de del desde donde e el ella en entre es
        esta este esto hay la las lo los mas mi mis muy ni no o para pero por que quien se ser si sin sobre son
        su sus te tu un una uno unas unos y ya
        """.split()
    ),
    "de": frozenset(
        """
        ab aber als am an auf aus bei beim bin bis da das dass dem den der des die du ein eine einem einen einer
        eines er es fur gegen hat ich ihr im in ist ja kann kein keine man mein meine mit nach nicht noch nur ob
        oder ohne sich sie sind so uber um und unter vom von vor wann warum was welche welcher welches wenn wer
        wie wird wo wohin zu zum zur
        """.split()
    ),
    "fr": frozenset(
        """
        a au aux avec c ce ces cette combien comment d dans de des du elle en est et il j je l la le les leur ma
        mes mon n ne nos notre nous on ou par pas pour pourquoi qu quand que quel quelle quelles quels qui s sa
        sans se ses son sont sur ta te tes ton tu un une vos votre vous y
        """.split()
    ),
    "it": frozenset(
        """
        a ad ai al alla alle anche c che chi ci come con cosa cui da dal dalla dei del della delle di dove e ed
        gli ha i il in io l la le lo loro ma mi ne nel nella non o per perche piu quale quali quando quanto se
        si sono su sul sulla tra tu un una uno
        """.split()
    ),
    "pt": frozenset(
        """
        a ao aos as com como da das de do dos e em entre essa esse esta este eu foi ha isso ja mais mas me meu
        minha muito na nao nas no nos o onde os ou para pela pelo por porque qual quais quando quanto que quem
        se sem ser seu sua sao so tem um uma umas uns
        """.split()
    ),
    "nl": frozenset(
        """
        aan als bij dan dat de der des deze die dit door een en er het hoe hoeveel ik in is kan met mijn naar
        niet nog of om onder ook op over te tot uit van voor waar waarom wanneer wat welk welke wie wordt zijn
        zonder
        """.split()
    ),
}
