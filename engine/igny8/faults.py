"""What stopped a command, told to its user in a line: settings, database and files that the operator can mend."""

from __future__ import annotations

from pydantic import ValidationError

FAILED, USAGE = 1, 2


def explain(error: Exception) -> tuple[int, str] | None:
    """Exit status and message; None for what no operator can mend, which keeps its traceback.

    Imports late: `igny8 --help` needs neither settings nor database.
    """
    from pydantic_settings import SettingsError
    from redis import RedisError
    from sqlalchemy.exc import SQLAlchemyError

    match error:
        case ValidationError():  # of the settings; inputs are caught where they are read
            return USAGE, "; ".join(
                f"IGNY8_{'_'.join(str(part) for part in item['loc']).upper()}: {item['msg']}"
                for item in error.errors(include_url=False, include_input=False)
            )
        case SettingsError():
            return USAGE, f'{error}. Lists are written as JSON: ["one", "two"].'
        case SQLAlchemyError():
            return FAILED, explain_database(error)
        case LookupError():
            return FAILED, str(error.args[0])
        case OSError() | ImportError() | RedisError():
            return FAILED, str(error)
    return None


def explain_database(error: Exception) -> str:
    """The driver's own words, without the statement and without the password in the address."""
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError, SQLAlchemyError

    from igny8.config import get_settings
    from igny8.db import is_current, reading

    if isinstance(error, ArgumentError):  # its text may hold the whole address
        return "IGNY8_DATABASE_URL is not the address of a database that SQLAlchemy knows: mysql+pymysql://…"
    shown = make_url(get_settings().database).render_as_string(hide_password=True)
    try:
        with reading() as connection:
            has_tables = is_current(connection)
    except SQLAlchemyError:
        return f"The database {shown} cannot be used: {getattr(error, 'orig', error)}"
    if not has_tables:
        return f"The database {shown} has no tables yet. Run: igny8 db upgrade"
    return f"The database {shown} refused: {getattr(error, 'orig', error)}"
