"""Reads the sectors a site asks for: its own copy of a template where it has one, else the catalogue's."""

from __future__ import annotations

from collections.abc import Sequence

from igny8.operations import OperationError
from igny8.sag.catalog import get_sector
from igny8.sag.gate import find_faults
from igny8.sag.template import Sector


def read_sectors(names: Sequence[str], templates: Sequence[Sector] = ()) -> list[Sector]:
    """The templates by slug or alias. Refuses one named twice, which says nothing, and an own copy with faults."""
    own = {template.slug: at for at, template in enumerate(templates)}
    sectors: list[Sector] = []
    for at, name in enumerate(names):
        if name in own:
            sector = _check(templates[own[name]], f"templates.{own[name]}")
        else:
            sector = get_sector(name, f"sectors.{at}")
        if sector.slug in {known.slug for known in sectors}:
            message = f"{sector.slug} is named twice."
            raise OperationError("repeated_sector", message, {f"sectors.{at}": message})
        sectors.append(sector)
    return sectors


def _check(template: Sector, field: str) -> Sector:
    faults = find_faults(template)
    if faults:
        message = f"Your template {template.name} has faults. Mend them first: {'; '.join(faults[:5])}"
        raise OperationError("invalid_template", message, {field: message})
    return template
