"""What the tests of the framework share: the shipped framework and its rules, compiled once."""

from __future__ import annotations

import pytest

from chatbot.framework.assess import Assessor
from chatbot.framework.load import load_framework
from chatbot.framework.model import Framework
from chatbot.sources.bundle import Bundle


@pytest.fixture(scope="session")
def framework(knowledge: Bundle) -> Framework:
    """The shipped framework."""
    return load_framework(knowledge)


@pytest.fixture(scope="session")
def assessor(framework: Framework) -> Assessor:
    """Its rules."""
    return Assessor(framework)
