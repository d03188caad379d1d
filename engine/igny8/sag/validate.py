"""Validates the whole catalogue: every template through the gate, all of them side by side, and the counts promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from igny8.sag.compare import find_twins
from igny8.sag.gate import find_faults
from igny8.sag.template import Sector

INDUSTRIES, SECTORS = 45, 449  # SPEC §1.1; what ships


@dataclass
class Report:
    """Counts over the sectors looked at, and sector slug → its faults; under '' those of the whole."""

    industries: int
    sectors: int
    attributes: int
    values: int
    faults: dict[str, list[str]] = field(default_factory=dict)

    @property
    def fault_count(self) -> int:
        return sum(len(faults) for faults in self.faults.values())

    def __str__(self) -> str:
        return (
            f"{self.industries} industries, {self.sectors} sectors, {self.attributes} attributes, "
            f"{self.values} values, {self.fault_count} faults"
        )


def validate(sectors: Sequence[Sector], *, is_shipped: bool = False) -> Report:
    """A report on these sectors. `is_shipped` asks for the numbers of industries and sectors that IGNY8 ships."""
    report = Report(
        industries=len({sector.industry.slug for sector in sectors if sector.industry}),
        sectors=len(sectors),
        attributes=sum(len(sector.attributes) for sector in sectors),
        values=sum(len(attribute.values) for sector in sectors for attribute in sector.attributes),
    )
    known = {sector.slug for sector in sectors}
    for sector in sectors:
        faults = find_faults(sector)
        if sector.variant_of and (sector.variant_of not in known or sector.variant_of == sector.slug):
            faults.append(f"is declared a variant of {sector.variant_of}, which is no other sector here")
        if faults:
            report.faults[sector.slug] = faults
    if twins := list(find_twins(sectors)):
        report.faults[""] = twins
    if is_shipped:
        for count, wanted, name in (
            (report.industries, INDUSTRIES, "industries"),
            (report.sectors, SECTORS, "sectors"),
        ):
            if count != wanted:
                report.faults.setdefault("", []).append(f"{count} {name}, wanted {wanted}")
    report.faults = {slug: faults for slug, faults in report.faults.items() if faults}
    return report


def _count(report: Report) -> Iterator[str]:
    for count, wanted, name in ((report.industries, INDUSTRIES, "industries"), (report.sectors, SECTORS, "sectors")):
        if count != wanted:
            yield f"{count} {name}, wanted {wanted}"
