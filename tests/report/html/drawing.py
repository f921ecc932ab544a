"""A picture such as a report has: shapes with classes and colours, a pattern that is used, and text."""

from __future__ import annotations

from chatbot.report.document.nodes import Figure
from chatbot.report.theme.theme import Colours

_STEPS = ("Workforce", "Distribution", "Expert capability", "Dependencies", "Processes")
_ALT = (
    "Five steps. Workforce empowerment is within reach, distribution does not apply, expert capability is "
    "where to work now, dependency management is the ambition, and process re-engineering is out of reach."
)


def ladder() -> Figure:
    """Five steps, of which one is to be worked on now and one does not apply."""
    colours = Colours()
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" width="720" height="250" viewBox="0 0 720 250" role="img">'
        "<title>The ladder of value models</title><desc>Expert capability is where to work now.</desc>"
        '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<path class="line" d="M0 6 6 0" stroke="{colours.line}" stroke-width="1.5"/></pattern></defs>'
    ]
    for place, name in enumerate(_STEPS):
        now = place == 2
        x, y = 10 + place * 140, 190 - place * 42
        shape, fill = ("accent", colours.accent) if now else ("surface", colours.surface)
        on, text = ("ground", colours.ground) if now else ("ink", colours.ink)
        parts += [
            f'<rect class="{shape}" x="{x}" y="{y}" width="136" height="50" rx="4" stroke="{colours.line}" '
            f'fill="{"url(#hatch)" if place == 1 else fill}"/>',
            f'<text class="{on}" x="{x + 8}" y="{y + 30}" font-size="12" fill="{text}">{name}</text>',
        ]
    svg = "".join([*parts, "</svg>"])
    return Figure(id="ladder", svg=svg, width=720, height=250, caption="The five value models", alt=_ALT)
