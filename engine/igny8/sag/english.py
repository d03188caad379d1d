"""English words: plural and singular, articles, agreement, and the stems by which two words count as the same.

Regular English plus the exceptions trades meet; sources: the plural rules of any school grammar, Quirk et al. §5.73 ff.
"""

# ruff: noqa: SIM905 - word lists read best as text
from __future__ import annotations

import re
from functools import lru_cache

from igny8.sag.english_verbs import NOUNS, VERB_OF

IRREGULAR = dict(
    pair.split()
    for pair in """
    child children, person people, man men, woman women, foot feet, tooth teeth, mouse mice, goose geese,
    leaf leaves, knife knives, shelf shelves, wife wives, loaf loaves, calf calves, half halves, wolf wolves,
    life lives, crisis crises, analysis analyses, diagnosis diagnoses, thesis theses, ox oxen, cactus cacti,
    potato potatoes, tomato tomatoes, hero heroes, echo echoes, bikini bikinis, tankini tankinis, taxi taxis,
    ski skis, kiwi kiwis, safari safaris, sari saris, khaki khakis, panini paninis, martini martinis, alibi alibis,
    zucchini zucchinis, salami salamis, tsunami tsunamis
    """.split(",")
)
# End in -man or -men without being men: humans, specimen, regimen.
NOT_MEN = frozenset("human german roman ottoman talisman shaman caiman speciman regiman abdoman".split())
SINGULAR_OF = {plural: singular for singular, plural in IRREGULAR.items()}
SAME = {"sheep", "fish", "deer", "series", "species", "aircraft", "software", "equipment", "furniture", "gear", "news"}
# End in s without being plural: 'logistics is', 'analytics is'.
NOT_PLURAL = frozenset(
    """
    access address aesthetics always analytics arthritis asbestos basis bonus bus business campus canvas
    ceramics chess class compass diabetes economics electronics endodontics express fitness focus gas genetics
    glass gymnastics hibiscus iris lens less logistics mass mathematics moss news orthodontics paediatrics
    pediatrics physics pilates plus politics press process prosthetics robotics status stress tennis virus
    wellness
    """.split()
)
# Carry no meaning of their own in a topic.
SMALL_WORDS = frozenset(
    """
    a an and are as at be by can do does for from how in is it its my near need no not of on or out per should
    that the this to up versus vs what when which who why with without you your
    """.split()
)
# Names and their adjectives that open a label and keep their capital in mid-phrase.
PROPER = frozenset(
    """
    african american android april asian august bluetooth botox british chinese christmas dachshund december
    dutch easter english european excel facebook father's february french friday gantt georgian german gmail
    google greek halloween indian instagram invisalign italian january japanese july june labrador linkedin
    mexican microsoft monday montessori moroccan mother's november october paypal persian pilates
    quickbooks ramadan salesforce saturday scandinavian september shopify siamese spanish sunday swedish thai
    thanksgiving thursday tiktok tuesday turkish valentine's victorian wednesday wordpress xero year's youtube zapier
    """.split()
)
ENDS_IN_IE = {"movies", "cookies", "brownies", "hoodies", "selfies", "pixies", "smoothies", "calories", "genies"}
SHORTEST = 4  # letters of a plural that is not a word by itself: gas, bus, his
LONGEST_ACRONYM = 4  # longer capitals are read as words: NASA is, an MRI is not
SOUNDED_AS_VOWEL = frozenset("AEFHILMNORSX")  # letters whose names begin with a vowel: an MRI, an SEO audit
READ_AS_WORDS = frozenset(
    "FIFO HEMA HEPA HIIT LAN LEED MIDI MIG MIPS NAS RAID RAM ROM SERP SIM SIP SMART STEM SUP SWOT".split()
)  # so their first letter sounds as it does in a word: a SWOT analysis
ADVERSE_VOWEL = re.compile(r"^(uni|use|usu|uti|eu|one\b|ubi|ure|uri)", re.I)  # a unicorn, a European, a one-off
VOWEL = re.compile(r"[AEIOUY]")  # without one, capitals can only be spelled: an LGBTQ club
SPELLED_X = re.compile(r"^X(?:box|\b|-)")  # an Xbox, an X-ray
SILENT_H = re.compile(r"^(hour|honest|heir|honou?r|herb\b)", re.I)
PAIRED = re.compile(r"\b(\w+)-(?:\w+-)?\1\b", re.I)  # one word by itself: end-to-end, one-on-one, so-so
WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?", re.UNICODE)


@lru_cache(maxsize=16384)
def singularise(word: str) -> str:  # noqa: PLR0911 - one return per kind of plural
    """The singular of one word; a word that is not plural comes back as it is."""
    low = word.lower()
    if word[:-1].isupper() and word.endswith("s") and len(word) > 2:  # noqa: PLR2004 - TVs, PCs
        return word[:-1]
    if low in SINGULAR_OF:
        return SINGULAR_OF[low]
    if low.endswith("men") and low[:-3] + "man" not in NOT_MEN and len(low) > len("women"):
        return word[:-3] + "man"
    if (
        low in SAME
        or low in NOT_PLURAL
        or len(low) < SHORTEST
        or not low.endswith("s")
        or low.endswith(("ss", "us", "is"))
    ):
        return word
    if low.endswith("ies") and len(low) > SHORTEST:
        return word[:-1] if low in ENDS_IN_IE else word[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=4096)
def pluralise(word: str) -> str:
    """The plural of one singular word."""
    low = word.lower()
    if low in IRREGULAR:
        return IRREGULAR[low]
    if low in SAME or low in SINGULAR_OF:
        return word
    if low.endswith("man") and low not in NOT_MEN:
        return word[:-3] + "men"
    if low.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def is_plural(phrase: str) -> bool:
    """Whether the phrase's head noun takes a plural verb: its last word, or the one before 'for', 'of', 'in' …"""
    words = phrase.split()
    for at, word in enumerate(words[1:], 1):
        if word.lower() in {"for", "of", "in", "with", "by", "to", "without", "at"}:
            words = words[:at]
            break
    last = words[-1] if words else ""
    return last.lower() in SINGULAR_OF or singularise(last) != last


def pluralise_last(phrase: str) -> str:
    head, _, last = phrase.rpartition(" ")
    return f"{head} {pluralise(last)}".strip()


def singularise_last(phrase: str) -> str:
    head, _, last = phrase.rpartition(" ")
    return f"{head} {singularise(last)}".strip()


def with_article(phrase: str) -> str:
    """The phrase after 'a' or 'an', by sound: an hour, a unicorn, an SEO audit, a CRM, an 8-hour shift."""
    first = re.split(r"[\s-]", phrase.strip(), maxsplit=1)[0]
    if first[:1].isdigit():
        is_vowel = first.startswith("8") or re.match(r"^(11|18)(\D|$)", first) is not None
    elif first.isupper() and first.startswith("U"):
        is_vowel = False  # a USB, a USDOT, a UNESCO site
    elif first.isupper() and first not in READ_AS_WORDS and (len(first) <= LONGEST_ACRONYM or not VOWEL.search(first)):
        is_vowel = first[0] in SOUNDED_AS_VOWEL
    elif SILENT_H.match(first) or SPELLED_X.match(first):
        is_vowel = True
    else:
        is_vowel = first[:1].lower() in "aeiou" and not ADVERSE_VOWEL.match(first)
    return f"{'an' if is_vowel else 'a'} {phrase}"


def words_of(phrase: str) -> list[str]:
    """Words in order, lower case, hyphens and punctuation split: 'Chew-proof dog beds' → chew proof dog beds."""
    return WORD.findall(phrase.lower())


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Two words with one stem count as the same word: number and possessive fall away, nothing else."""
    word = word.replace("\u2019", "'")
    return singularise(word.removesuffix("'s").removesuffix("'")).lower()


def stems_of(phrase: str) -> list[str]:
    """Stems of the words that carry meaning, in order."""
    return [stem(word) for word in words_of(phrase) if word not in SMALL_WORDS]


def has_doubled_word(phrase: str, allowed: str = "") -> bool:
    """Whether a meaningful word stands twice, in any number: 'dog beds for dogs'.

    What already stands twice in `allowed`, the name of the thing itself, does not count: 'paycheck to paycheck'.
    """
    stems, name = (stems_of(PAIRED.sub(r"\1", text)) for text in (phrase, allowed))
    return any(stems.count(stem) > max(1, name.count(stem)) for stem in set(stems))


def capitalise(phrase: str) -> str:
    """A phrase as a title or label, in sentence case; a brand's own spelling (iPhone) stays."""
    first = phrase.split(" ", 1)[0]
    return phrase if any(letter.isupper() for letter in first) else phrase[:1].upper() + phrase[1:]


def uncapitalise(label: str) -> str:
    """A label as typed in mid-phrase: 'Dog beds' → 'dog beds'; CRM, iPhone, A-frame and words in capitals stay."""
    first = label.split(" ", 1)[0]
    parts = first.split("-")
    is_letter = len(parts[0]) == 1 and parts[0] != "E"  # A-frame, but e-signature
    is_own_spelling = any(letter.isupper() or letter.isdigit() for letter in first[1:]) or is_letter
    is_name = parts[0].lower() in PROPER or first.lower() in PROPER
    return label if is_name or (is_own_spelling and label != "A") else label[:1].lower() + label[1:]


OBJECT_WORDS = {"off", "between", "back", "one", "new", "money", "debt", "time", "water", "clients", "hard", "stress"}


def is_doing(phrase: str, is_activity: bool = False) -> bool:
    """Whether a phrase is something one does ('feeding a dog') and not the name of a thing ('crate training').

    `is_activity`: it names one in any case, so a verb in front is enough ('storing wine', not 'tracking software').
    """
    words = phrase.lower().split()
    if len(words) < 2 or not words[0].endswith("ing"):  # noqa: PLR2004 - a verb and its object
        return False
    if words[0] in NOUNS:
        return is_activity and words[1] in {"a", "an", "the", "your"}
    if is_activity and words[0] in VERB_OF:
        return True
    return words[1] in SMALL_WORDS | OBJECT_WORDS or is_plural(" ".join(words[1:]))


def imperative(doing: str, is_activity: bool = False) -> str:
    """'feeding a dog' → 'feed a dog'; empty when the phrase is no doing or its verb is not known."""
    words = doing.split()
    base = VERB_OF.get(words[0].lower(), "") if is_doing(doing, is_activity) else ""
    return " ".join([base, *words[1:]]) if base else ""
