"""English words: plural and singular, articles, agreement, and the stems by which two words count as the same.

Regular English plus the exceptions trades meet; sources: the plural rules of any school grammar, Quirk et al. §5.73 ff.
"""

from __future__ import annotations

import re
from functools import lru_cache

IRREGULAR = {
    "child": "children", "person": "people", "man": "men", "woman": "women", "foot": "feet", "tooth": "teeth",
    "mouse": "mice", "goose": "geese", "leaf": "leaves", "knife": "knives", "shelf": "shelves", "wife": "wives",
    "loaf": "loaves", "calf": "calves", "half": "halves", "wolf": "wolves", "life": "lives", "crisis": "crises",
    "analysis": "analyses", "diagnosis": "diagnoses", "thesis": "theses", "ox": "oxen", "cactus": "cacti",
    "potato": "potatoes", "tomato": "tomatoes", "hero": "heroes", "echo": "echoes",
}  # fmt: skip
SINGULAR_OF = {plural: singular for singular, plural in IRREGULAR.items()}
SAME = {"sheep", "fish", "deer", "series", "species", "aircraft", "software", "equipment", "furniture", "gear", "news"}
NOT_PLURAL = {  # end in s without being plural; "logistics is", "analytics is"
    "analytics", "logistics", "news", "electronics", "mathematics", "economics", "physics", "gymnastics", "aesthetics",
    "politics", "diabetes", "basis", "always", "plus", "bus", "gas", "lens", "iris", "canvas", "campus", "focus",
    "status", "bonus", "virus", "fitness", "wellness", "business", "glass", "class", "pilates", "prosthetics", "orthodontics",
    "endodontics", "paediatrics", "pediatrics", "robotics", "genetics", "ceramics", "arthritis", "tennis", "asbestos",
    "hibiscus", "chess", "mass", "press", "process", "access", "address", "compass", "express", "less", "moss", "stress",
}  # fmt: skip
SMALL_WORDS = frozenset(
    "a an the and or of for in on at to with by from vs versus is are do does can you your it its how what when why who "
    "which should my need that this as be not no without per near up out".split()
)
PROPER = frozenset(  # names and their adjectives that open a label and keep their capital in mid-phrase
    "gantt english german french italian spanish american british european japanese chinese indian mexican thai greek "
    "scandinavian swedish dutch african asian turkish moroccan victorian georgian christmas easter halloween thanksgiving "
    "valentine's mother's father's ramadan monday tuesday wednesday thursday friday saturday sunday january february "
    "april june july august september october november december excel android windows google microsoft slack gmail outlook "
    "linkedin zoom shopify wordpress salesforce quickbooks xero zapier stripe paypal facebook instagram youtube tiktok "
    "bluetooth botox invisalign pilates persian siamese labrador dachshund montessori".split()
)
SOUNDED_AS_VOWEL = frozenset("AEFHILMNORSX")  # letters whose names begin with a vowel: an MRI, an SEO audit
ADVERSE_VOWEL = re.compile(r"^(uni|use|usu|uti|eu|one\b|ubi|ure|uri)", re.I)  # a unicorn, a European, a one-off
SILENT_H = re.compile(r"^(hour|honest|heir|honou?r|herb\b)", re.I)
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?", re.UNICODE)


@lru_cache(maxsize=16384)
def singularise(word: str) -> str:
    """The singular of one word; a word that is not plural comes back as it is."""
    low = word.lower()
    if low in SINGULAR_OF:
        return SINGULAR_OF[low]
    if low in SAME or low in NOT_PLURAL or len(low) < 4 or not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return word
    if low.endswith("ies") and len(low) > 4:
        return word[:-1] if low in {"movies", "cookies", "brownies", "hoodies", "selfies", "pixies"} else word[:-3] + "y"
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
    last = words[-1].lower() if words else ""
    return last in SINGULAR_OF or singularise(last) != last


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
    elif first.isupper() and len(first) <= 4:  # longer capitals are read as words
        is_vowel = first[0] in SOUNDED_AS_VOWEL
    elif SILENT_H.match(first):
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
    word = word.replace("’", "'")
    return singularise(word.removesuffix("'s").removesuffix("'")).lower()


def stems_of(phrase: str) -> list[str]:
    """Stems of the words that carry meaning, in order."""
    return [stem(word) for word in words_of(phrase) if word not in SMALL_WORDS]


def has_doubled_word(phrase: str) -> bool:
    """Whether a meaningful word stands twice, in any number: 'dog beds for dogs'."""
    stems = stems_of(phrase)
    return len(set(stems)) < len(stems)


def capitalise(phrase: str) -> str:
    """A phrase as a title or label, in sentence case; a brand's own spelling (iPhone) stays."""
    first = phrase.split(" ", 1)[0]
    return phrase if any(letter.isupper() for letter in first) else phrase[:1].upper() + phrase[1:]


def uncapitalise(label: str) -> str:
    """A label as typed in mid-phrase: 'Dog beds' → 'dog beds'; CRM, iPhone, A-frame and words in capitals stay."""
    first = label.split(" ", 1)[0]
    parts = first.split("-")
    is_own_spelling = any(letter.isupper() or letter.isdigit() for letter in first[1:]) or len(parts[0]) == 1
    is_name = parts[0].lower() in PROPER or first.lower() in PROPER
    return label if is_name or (is_own_spelling and label != "A") else label[:1].lower() + label[1:]


BASE = {  # verbs of -ing forms that open a topic; spelling alone does not tell (hoping, hopping); '' marks nouns
    "feeding": "feed", "bringing": "bring", "training": "train", "cleaning": "clean", "planting": "plant",
    "getting": "get", "setting": "set", "shutting": "shut", "cutting": "cut", "planning": "plan", "running": "run",
    "visiting": "visit", "editing": "edit", "auditing": "audit", "reading": "read", "loading": "load", "leading": "lead",
    "adding": "add", "building": "build", "finding": "find", "spending": "spend", "lending": "lend", "mending": "mend",
    "fixing": "fix", "mixing": "mix", "boxing": "box", "taxing": "tax", "buying": "buy", "paying": "pay", "drying": "dry",
    "washing": "wash", "brushing": "brush", "watching": "watch", "teaching": "teach", "matching": "match", "coping": "cope",
    "cooking": "cook", "looking": "look", "booking": "book", "checking": "check", "picking": "pick", "tracking": "track",
    "packing": "pack", "stocking": "stock", "working": "work", "talking": "talk", "walking": "walk", "asking": "ask",
    "moving": "move", "living": "live", "giving": "give", "having": "have", "leaving": "leave", "saving": "save",
    "driving": "drive", "serving": "serve", "solving": "solve", "improving": "improve", "removing": "remove",
    "making": "make", "taking": "take", "baking": "bake", "waking": "wake", "hiking": "hike", "sharing": "share",
    "caring": "care", "preparing": "prepare", "comparing": "compare", "repairing": "repair", "pairing": "pair",
    "wearing": "wear", "hearing": "hear", "clearing": "clear", "starting": "start", "sorting": "sort", "storing": "store",
    "restoring": "restore", "exploring": "explore", "measuring": "measure", "hiring": "hire", "wiring": "wire",
    "firing": "fire", "entering": "enter", "watering": "water", "ordering": "order", "covering": "cover",
    "introducing": "introduce", "reducing": "reduce", "pricing": "price", "placing": "place", "replacing": "replace",
    "balancing": "balance", "financing": "finance", "choosing": "choose", "using": "use", "closing": "close",
    "raising": "raise", "dressing": "dress", "pressing": "press", "passing": "pass", "increasing": "increase",
    "purchasing": "purchase", "writing": "write", "inviting": "invite", "creating": "create", "updating": "update",
    "migrating": "migrate", "rotating": "rotate", "calculating": "calculate", "decorating": "decorate",
    "negotiating": "negotiate", "insulating": "insulate", "seating": "seat", "treating": "treat", "heating": "heat",
    "eating": "eat", "meeting": "meet", "fitting": "fit", "sitting": "sit", "waiting": "wait", "recruiting": "recruit",
    "managing": "manage", "engaging": "engage", "organizing": "organize", "organising": "organise", "sizing": "size",
    "winterizing": "winterize", "budgeting": "budget", "marketing": "market", "growing": "grow", "knowing": "know",
    "sewing": "sew", "drawing": "draw", "following": "follow", "handling": "handle", "assembling": "assemble",
    "recycling": "recycle", "styling": "style", "scheduling": "schedule", "filing": "file", "filling": "fill",
    "selling": "sell", "telling": "tell", "installing": "install", "calling": "call", "rolling": "roll", "traveling": "travel",
    "travelling": "travel", "keeping": "keep", "sleeping": "sleep", "shopping": "shop", "stopping": "stop", "opening": "open",
    "cropping": "crop", "shipping": "ship", "wrapping": "wrap", "skipping": "skip", "shaping": "shape", "copying": "copy",
    "testing": "test", "posting": "post", "hosting": "host", "adopting": "adopt", "adjusting": "adjust", "importing": "import",
    "exporting": "export", "connecting": "connect", "collecting": "collect", "selecting": "select", "protecting": "protect",
    "preventing": "prevent", "treading": "tread", "deciding": "decide", "guiding": "guide", "dividing": "divide",
    "riding": "ride", "trading": "trade", "grading": "grade", "upgrading": "upgrade", "naming": "name", "timing": "time",
    "framing": "frame", "grooming": "groom", "trimming": "trim", "swimming": "swim", "performing": "perform",
    "forming": "form", "becoming": "become", "combining": "combine", "designing": "design", "learning": "learn",
    "returning": "return", "turning": "turn", "earning": "earn", "defining": "define", "refining": "refine",
    "lining": "line", "maintaining": "maintain", "explaining": "explain", "joining": "join", "understanding": "understand",
    "dealing": "deal", "healing": "heal", "sealing": "seal", "staying": "stay", "playing": "play", "applying": "apply",
    "switching": "switch", "reaching": "reach", "stretching": "stretch", "estimating": "estimate", "validating": "validate",
    "automating": "automate", "segmenting": "segment", "qualifying": "qualify", "breaking": "break", "socializing": "socialize",
    "storytelling": "", "plumbing": "", "roofing": "", "flooring": "", "clothing": "", "bedding": "", "wedding": "",
}  # fmt: skip


def imperative(doing: str) -> str:
    """'feeding a dog' → 'feed a dog'; empty when the phrase is a noun ('crate training') or its verb is not known.

    A doing is an -ing form with its object: an article, a preposition or a plural after it.
    """
    words = doing.split()
    base = BASE.get(words[0].lower(), "") if len(words) > 1 else ""
    if not base:
        return ""
    after = words[1].lower()
    is_object = after in SMALL_WORDS or after in {"off", "between", "back", "one", "new"} or is_plural(" ".join(words[1:]))
    return " ".join([base, *words[1:]]) if is_object else ""
