"""A report passes axe-core in Chromium: on a phone and on a laptop, in the light and in the dark.

It needs `chromium` and, in `CHATBOT_AXE`, the path of `axe.min.js`; without them it is skipped. With
`CHATBOT_REQUIRE_AXE` it fails instead.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final, NoReturn

import pytest
from msgspec.structs import replace

from chatbot.report.document.nodes import Document
from chatbot.report.theme.ours import our_theme
from chatbot.report.theme.theme import Colours, Theme
from chatbot.report.writers.html.writer import to_html
from tests.report.documents import everything
from tests.report.html.example import example
from tests.report.html.hostile import hostile

DOCUMENTS: Final = {"everything": everything, "example": example, "hostile": hostile}
SIZES: Final = {"phone": (390, 844), "laptop": (1280, 800)}
SCHEMES: Final = {"light": (), "dark": ("--force-dark-mode",)}
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")

FAINT: Final = Colours(ground="#000001", surface="#000001", ink="#000001")
"""A theme in which nobody can read anything, in the light or in the dark."""

POLICY: Final = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
CHECK: Final = """
<script src="axe.js"></script>
<script>
for (const one of document.querySelectorAll("details")) one.open = true;
const found = (rules) => rules.map((rule) => ({id: rule.id, at: rule.nodes.map((node) => node.html)}));
const options = {runOnly: TAGS, resultTypes: ["violations"]};
axe.run(document, options).then((result) => parent.postMessage({
  name: "NAME",
  violations: found(result.violations),
  passes: result.passes.length,
  width: innerWidth,
  scrolls: document.documentElement.scrollWidth > innerWidth,
  dark: matchMedia("(prefers-color-scheme: dark)").matches,
}, "*"), (error) => parent.postMessage({name: "NAME", error: String(error)}, "*"));
</script>
"""
COLLECT: Final = """<!DOCTYPE html><meta charset="utf-8"><pre id="results">{}</pre>
<script>
const results = {};
addEventListener("message", (message) => {
  results[message.data.name] = message.data;
  document.getElementById("results").textContent = JSON.stringify(results);
});
</script>
"""

Results = dict[str, dict[str, Any]]
"""What JSON says; `Any`, because it is read from a page."""


@pytest.fixture(scope="module", params=SCHEMES)
def scheme(request: pytest.FixtureRequest) -> str:
    """Light or dark; what belongs to one comes together, so that the browser starts once for it."""
    return request.param


@pytest.fixture(scope="module")
def results(scheme: str, tmp_path_factory: pytest.TempPathFactory) -> Results:
    """What axe says of every page in every size, by `DOCUMENT-SIZE`."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    axe = Path(os.environ.get("CHATBOT_AXE", ""))
    if browser is None:
        missing("chromium is not installed")
    if not axe.is_file():
        missing("CHATBOT_AXE does not name an axe.min.js")
    folder = tmp_path_factory.mktemp(scheme)
    shutil.copy(axe, folder / "axe.js")
    ours = our_theme()
    frames = [
        framed(folder, f"{name}-{size}", make(), ours, size)
        for name, make in DOCUMENTS.items()
        for size in SIZES
    ]
    frames.append(framed(folder, "faint", everything(), replace(ours, colours=FAINT), "laptop"))
    (folder / "index.html").write_text(COLLECT + "".join(frames), encoding="utf-8")
    command = [
        *(browser, "--headless=new", "--no-sandbox", "--disable-gpu", *SCHEMES[scheme]),
        *(f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=60000", "--dump-dom"),
        (folder / "index.html").as_uri(),
    ]
    dom = subprocess.run(command, capture_output=True, check=True, timeout=300).stdout.decode()
    found = re.search(r'<pre id="results">(.*?)</pre>', dom, re.DOTALL)
    assert found
    return json.loads(html.unescape(found[1]))


def missing(what: str) -> NoReturn:
    """Nothing can be checked, which is a failure where it has to be."""
    if os.environ.get("CHATBOT_REQUIRE_AXE"):
        pytest.fail(what)
    pytest.skip(what)


def framed(folder: Path, name: str, document: Document, theme: Theme, size: str) -> str:
    """Put a page that checks itself into the folder; a frame is as narrow as a phone, a window cannot be."""
    page, policies = POLICY.subn(b"", to_html(document, theme).data)
    assert policies == 1  # the page would not let axe run
    check = CHECK.replace("TAGS", json.dumps(TAGS)).replace("NAME", name)
    (folder / f"{name}.html").write_bytes(page.replace(b"</body>", check.encode() + b"</body>"))
    width, height = SIZES[size]
    return (
        f'<iframe title="{name}" src="{name}.html" width="{width}" height="{height}" style="border:0">'
        "</iframe>"
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_axe_finds_nothing_against_wcag_2_2_aa(results: Results, scheme: str, name: str, size: str) -> None:
    result = results[f"{name}-{size}"]
    assert result.get("error") is None
    assert (result["width"], result["dark"]) == (SIZES[size][0], scheme == "dark")
    assert result["passes"] > 20
    assert result["violations"] == []
    assert result["scrolls"] is False  # WCAG 1.4.10: only what needs two dimensions scrolls, inside the page


def test_axe_would_find_what_is_wrong(results: Results) -> None:
    assert "color-contrast" in {rule["id"] for rule in results["faint"]["violations"]}
