"""The shape a model fills: simpler than the typed document, flat and without options, so that small models manage it.

Every field is required and unknown ones are errors, which is also what OpenAI's strict structured output asks for.
"""

from __future__ import annotations

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator, model_validator

MIN_SECTIONS = 2  # a page of one section is an answer that stopped early


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class DraftBlock(Shape):
    """One block. `items` are list items, steps ('Title: text') or a table's header; `rows` a table's cells."""

    kind: Literal["paragraph", "list", "steps", "table", "tip"]
    text: str
    items: list[str]
    rows: list[list[str]]

    @field_validator("text")
    @classmethod
    def refuse_html(cls, text: str) -> str:
        if re.search(r"</?[a-z][^>]*>", text):
            raise ValueError("must not contain HTML tags")
        return text

    @model_validator(mode="after")
    def require_content(self) -> DraftBlock:
        if self.kind in ("paragraph", "tip") and not self.text:
            raise ValueError(f"a {self.kind} needs text")
        if self.kind in ("list", "steps") and not any(self.items):
            raise ValueError(f"a {self.kind} needs items")
        if self.kind == "table" and (not self.rows or any(len(row) != len(self.items) for row in self.rows)):
            raise ValueError("a table needs rows, each as long as items, its header")
        return self


class DraftSection(Shape):
    heading: str
    level: Literal[2, 3]
    blocks: list[DraftBlock]

    @field_validator("blocks")
    @classmethod
    def require_blocks(cls, blocks: list[DraftBlock]) -> list[DraftBlock]:
        if not blocks:
            raise ValueError("a section needs at least one block")
        return blocks


class DraftQuestion(Shape):
    question: str
    answer: str


class Draft(Shape):
    meta_title: str
    meta_description: str
    excerpt: str
    sections: list[DraftSection]
    faq: list[DraftQuestion]

    @field_validator("sections")
    @classmethod
    def require_sections(cls, sections: list[DraftSection]) -> list[DraftSection]:
        if len(sections) < MIN_SECTIONS:
            raise ValueError(f"needs at least {MIN_SECTIONS} sections")
        return sections
