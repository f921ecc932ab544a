"""Forty questions, asked with questionary: Enter takes the first answer and the next is asked."""

import questionary

if __name__ == "__main__":
    for number in range(1, 41):
        questionary.select(
            f"marker{number:02d}mark",
            choices=["It happens each time", "Now and then", "Never", "I don't know"],
        ).ask()
