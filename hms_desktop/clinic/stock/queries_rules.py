"""Reads what the hospital has set about its stock."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.stock.rules import StockRules


@dataclass(frozen=True)
class StockRulesRow:
    """The rules of stock, and which version of them that is."""

    rules: StockRules
    version: int


def stock_rules(session: Session) -> StockRulesRow:
    """What the hospital has set about its stock."""
    row = session.execute(
        sa.text("SELECT backdate_days, usage_days, level_days, cover_days, version FROM hms.stock_rules")
    ).one()
    *values, version = row
    return StockRulesRow(StockRules(*values), version)
