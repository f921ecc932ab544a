"""The facilitator's keyboard: what a key means, given what was begun and what the screen waits for."""

from __future__ import annotations

from collections.abc import Callable

from chatbot.chat.grace import Grace
from chatbot.chat.room import room_keys
from chatbot.chat.room.acts import Acts
from chatbot.chat.room.asking_for import Wanted
from chatbot.chat.room.desk import Desk
from chatbot.room.letters import MORE
from chatbot.room.offered import Sheet

STEP = " "
"""The key for the next step, whichever of the two it was."""


class Keyboard:
    """Takes one key after the other.

    Args:
        command: carries out a command by its name.
        grace: keeps a key for the next step that is held down from taking several.

    Attributes:
        wanted: what a key was asked for, if anything.
    """

    def __init__(self, desk: Desk, acts: Acts, command: Callable[[str], None], grace: Grace) -> None:
        self.wanted: Wanted | None = None
        self._desk = desk
        self._acts = acts
        self._command = command
        self._grace = grace
        self._begun = ""
        """What was typed of an answer or a letter that takes two keys."""

    def take(self, key: str) -> None:
        """Do what a key means."""
        begun, self._begun = self._begun, ""
        if key != STEP:
            self._desk.forget_warning()
        if key.isdigit() and key.isascii():
            self._digit("" if begun.isalpha() else begun, key)
        elif "a" <= key <= "z":
            self._letter(begun if begun.isalpha() else "", key)
        elif key == STEP:
            self._step()
        elif command := room_keys.BY_KEY.get(key):
            self.wanted = None
            self._command(command.name)
        else:
            self._desk.say("? lists the keys.")

    def give_up(self) -> bool:
        """Forget what was begun; gives whether there was anything."""
        begun = bool(self._begun) or self.wanted is not None
        self._begun, self.wanted = "", None
        return begun

    def _digit(self, begun: str, digit: str) -> None:
        sheet = self._desk.sheet
        if sheet is None:
            return
        typed = begun + digit
        if len(typed) < len(str(len(sheet.offers))):
            self._begun = typed
            return
        offer = next((one for one in sheet.offers if one.number == int(typed)), None)
        if offer is None:
            self._desk.say(f"There is no answer {int(typed)} here.")
        elif self.wanted is None:
            self._answer(sheet, offer.number)
        elif self.wanted.answer:
            take, self.wanted = self.wanted.answer, None
            self._desk.does(lambda: take(offer))

    def _answer(self, sheet: Sheet, number: int) -> None:
        """A digit by itself: a vote or, where nobody votes, what the room agrees on."""
        offer = sheet.offers[number - 1]
        if self._desk.takes_votes:
            self._desk.does(lambda: self._desk.vote(offer))
        else:
            self._acts.agree_on(sheet, offer)

    def _letter(self, begun: str, letter: str) -> None:
        typed = begun + letter
        codes = self._desk.codes
        person = next((person for person, code in codes.items() if code == typed), None)
        if person is None:
            if letter == MORE and any(code.startswith(typed) for code in codes.values()):
                self._begun = typed
            else:
                self._desk.say(f"Nobody has the letter {typed}.")
        elif self.wanted is None:
            self._desk.pick(person)
        elif self.wanted.person:
            take, self.wanted = self.wanted.person, None
            take(person)

    def _step(self) -> None:
        if self.wanted is None:
            if not self._grace.holds():
                self._grace.begin()
                self._command("step")
        elif self.wanted.enter:
            take, self.wanted = self.wanted.enter, None
            take()
