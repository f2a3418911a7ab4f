"""The picture of docs/performance.md: requests a second as bars, readable in light and in dark."""

from typing import Final
from xml.sax.saxutils import escape

from bench.beside.results import LABELS, Results
from bench.beside.servers import OURS, QUESTIONS

WIDTH: Final = 880
LEFT: Final = 150  # of the bars
RIGHT: Final = 190  # kept free for the figures
BAR, GAP, HEAD, SPACE, TOP = 20, 6, 30, 22, 64
STYLE: Final = """
text { font: 13px system-ui, sans-serif; fill: #1f2933; }
.paper { fill: #ffffff; stroke: #d8dee4; } .title { font-size: 17px; font-weight: 600; } .quiet { fill: #57606a; }
.question { font-size: 14px; font-weight: 600; } .mine { font-weight: 600; }
.bar { fill: #a8b3bd; } .ours { fill: #2f6fdd; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; } .paper { fill: #12171d; stroke: #30363d; } .quiet { fill: #9aa5b1; }
  .bar { fill: #59636e; } .ours { fill: #6ea0ff; }
}
"""


def draw(results: Results) -> str:
    """Each question has a scale of its own: its longest bar is its fastest server."""
    connections, parts, down = results.usual, [], TOP
    for question in QUESTIONS:
        parts.append(f'<text class="question" x="24" y="{down + 14}">{escape(question)}</text>')
        down += HEAD
        rates = {name: results.run(connections, question, name).rate for name in results.names}
        for name, rate in rates.items():
            parts.append(bar(name, rate, rates, down))
            down += BAR + GAP
        down += SPACE
    about = f"Requests a second, {connections} connections. Each question has its own scale; longer is faster."
    box = f'viewBox="0 0 {WIDTH} {down}" width="{WIDTH}" height="{down}"'
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img">',
        f"<title>{escape(about)}</title>", f"<style>{STYLE}</style>",
        f'<rect class="paper" x="0.5" y="0.5" width="{WIDTH - 1}" height="{down - 1}" rx="10"/>',
        '<text class="title" x="24" y="30">Kesher beside its peers</text>',
        f'<text class="quiet" x="24" y="50">{escape(about)}</text>', *parts, "</svg>", "",
    ])  # fmt: skip


def bar(name: str, rate: float, rates: dict[str, float], down: int) -> str:
    length = max(2.0, (WIDTH - LEFT - RIGHT) * rate / max(rates.values()))
    kind, mine = ("bar ours", ' class="mine"') if name == OURS else ("bar", "")
    figure = f"{rate:,.0f}" if name == OURS else f"{rate:,.0f}  (Kesher {rates[OURS] / rate:.2f}x)"
    line = down + BAR - 5
    return (
        f'<text{mine} x="{LEFT - 10}" y="{line}" text-anchor="end">{escape(LABELS[name])}</text>'
        f'<rect class="{kind}" x="{LEFT}" y="{down}" width="{length:.1f}" height="{BAR}" rx="3"/>'
        f'<text{mine} x="{LEFT + length + 8:.1f}" y="{line}">{figure}</text>'
    )
