"""What the tests of linear sessions share."""

from __future__ import annotations

import pytest

from tests.plain.room.sessions import Session


@pytest.fixture
def session() -> Session:
    return Session()
