"""The table of what was measured."""

from dataclasses import dataclass

from .load import Pairs


@dataclass(frozen=True)
class Row:
    what: str
    ours: str
    yardstick: str = "-"
    ratio: str = "-"
    target: str = "-"
    met: str = "-"


class Report:
    _HEAD = Row("what", "ours", "yardstick", "ratio", "target", "met")

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def pairs(self, what: str, pairs: Pairs, has_targets: bool = True) -> None:
        for name, label, unit, best in (
            ("requests_per_second", "rate", "/s", 1.0),
            ("p99_milliseconds", "p99", " ms", 1.5),
            ("cpu_microseconds", "CPU", " µs", 1.0),
        ):
            ours, theirs = pairs.medians(name)
            low, high = pairs.spread(name)
            more_is_better = name == "requests_per_second"
            met = ours / theirs >= best if more_is_better else ours / theirs <= best
            self._add(Row(
                f"{what}: {label}", _number(ours) + unit, _number(theirs) + unit,
                f"{ours / theirs:.2f} ({low:.2f} to {high:.2f})",
                f"{'≥' if more_is_better else '≤'} {best:.1f}" if has_targets else "-",
                ("yes" if met else "no") if has_targets else "-",
            ))

    def memory(self, what: str, ours: float, most: int, theirs: float | None = None) -> None:
        self._add(Row(
            what, f"{ours / 1024:.2f} KiB", "-" if theirs is None else f"{theirs / 1024:.2f} KiB",
            "-" if theirs is None else f"{ours / theirs:.2f}", f"≤ {most} KiB", "yes" if ours <= most * 1024 else "no",
        ))

    def _add(self, row: Row) -> None:
        """Shown on its way, so that a long run is not silent."""
        self.rows.append(row)
        print(f"  {row.what}: {row.ours}, yardstick {row.yardstick}, ratio {row.ratio}", flush=True)

    def table(self) -> str:
        rows = [list(vars(row).values()) for row in [self._HEAD, *self.rows]]
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
        return "\n".join([lines[0], "-+-".join("-" * width for width in widths), *lines[1:]])


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"
