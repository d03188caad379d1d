"""Words so common in any text that having one in common says little of a topic: 'same', 'day', 'take', 'long'."""

# ruff: noqa: SIM905 - word lists read best as text
from __future__ import annotations

# From school lists of the most used English words, without names of things that are sold or read about.
COMMON = frozenset(
    """
    able about above across actual actually add after again against age ago all allow almost alone along already
    also although always amount another answer any anyone anything appear apply area around ask available avoid
    away back bad base basic become before begin behind being believe below between beyond big bit both bottom
    bring broken build call cause certain change check choose clear close come common complete consider contain
    continue control correct cover create current cut daily day decide deep different difficult direct doing done
    down during each early easy effect either else end enough enter entire even ever every everyone everything
    exactly except expect explain extra face fact fall far fast feel few fill final finally find fine finish first
    fit fix follow form full further general getting give given go going gone half hand happen hard hear height
    here high hold hour hundred important improve include inside instead issue item job join just keep kind know
    large last late later lead leave left length less let level life like likely limit line list little live long
    look lose lost lot low made main make making manage many mark matter may maybe mean method might mind minute
    miss month more most move much name natural nearly never new next night nothing now number off often old once
    one only open option other out outside over part pass past people per person pick piece place plan play please
    point possible power prepare prevent problem proper provide pull push put question quick quickly quite raise
    range rather reach ready real really reason recent reduce regular remain remember remove replace require rest
    result right run safe same save say second see seem seen send set several short show side sign similar simple
    simply since single size slow slowly small solution some someone something sometimes soon special spend
    standard stand start state stay step still stop strong such sure system take taking tell ten term thing think
    third thought three through time today together told too total toward true try turn two type under understand
    until up upon usual usually various very wait want way week well went whole whose wide without word work
    working world wrong year yes yet
    """.split()
)
