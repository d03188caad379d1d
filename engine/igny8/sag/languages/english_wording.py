"""English around a site's own words."""

from __future__ import annotations

from igny8.sag.languages.wording import Wording

GUIDES = {"informational": "Guides", "comparison": "Compare"}

ENGLISH = Wording(
    hubs={
        "problem": "{title}: causes and what helps", "matter": "{title}: what to do",
        "topic": "{title}: a practical guide", "comparison": "{title}: which to choose",
    },
    problem_hubs={"local_services": "{title}: causes and what to do", "content": "{title}: what helps"},
    terms={
        "ecommerce": {"thing": "All {things}", "read": "Articles on {value}", "problem": "Products for {value}"},
        "local_services": {"thing": "Advice on {things}", "read": "Advice on {value}", "problem": "Help with {value}",
                           "for": "Advice for {value}", "location": "Services in {value}"},
        "saas": {"thing": "Resources on {things}", "read": "Resources on {value}", "problem": "Resources on {value}",
                 "for": "Resources for {value}", "with": "Resources on {value}"},
        "content": {"thing": "Articles on {things}", "read": "Articles on {value}", "problem": "Articles on {value}",
                    "for": "Articles for {value}", "with": "Articles on {value}"},
    },
    choices={
        "ecommerce": "How to choose {a_thing}", "local_services": "{Thing} costs",
        "saas": "How to choose {a_thing}", "content": "{Things} for beginners",
    },
    ranges={"ecommerce": "Shop", "local_services": "Services", "saas": "Product", "content": "Topics"},
    groups={
        "ecommerce": {"use_case": "Shop by need", "condition_problem": "Concerns", **GUIDES},
        "local_services": {"condition_problem": "Problems", "use_case": "Who we help", **GUIDES},
        "saas": {"use_case": "Solutions", "condition_problem": "Challenges", **GUIDES},
        "content": {"use_case": "For you", "condition_problem": "Problems", **GUIDES},
    },
    home="{site}: {what}",
    in_place="{what} in {place}",
    home_summary="What {site} is about and the ways into its main parts.",
    article_summary="Answers “{phrase}” and leads to {title}.",
    term_summary="Guides, comparisons and other pages filed under “{value}”.",
    comparison_summary="How {x} and {y} differ and when each is the better choice.",
    matter_summary="{Problem}: what it means for you, what to do first and whom to ask.",
    problem_summary="Where {problem} comes from and how to deal with it.",
    problems_summary="Where {problem} come from and how to deal with them.",
    subject_summaries={
        "topic": "What to know about {things}, from the first step on.",
        "choice": "What to ask and compare before deciding on {things}.",
    },
    hub_summaries={
        "ecommerce": "An overview of {things}: what there is, how it differs and where to go next.",
        "local_services": "What {things} can do, when to ask for help and what to expect.",
        "saas": "What {things} should do, for whom, and how to compare the options.",
        "content": "The starting point for everything on {things}.",
    },
    versus="{x} vs {y}",
    list_end="{first} and {last}",
    near_me="near me",
    services="{things} services",
    integration="{name} integration",
)  # fmt: skip
