"""Writes the numbering table and its test vectors from the version of phonenumbers in requirements.txt.

    python3 -m venv /tmp/numbering && /tmp/numbering/bin/pip install -r scripts/numbering/requirements.txt
    /tmp/numbering/bin/python scripts/numbering/write.py

The format is described beside its reader, Sources/Domain/Contacts/NumberingPlan+Decoding.swift.
"""

import base64
import json
import pathlib
import random
import textwrap

import phonenumbers

from automaton import Automaton, Country
from judge import NOT_COUNTRIES, dialled, expected

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "Sources/Domain/Contacts/NumberingTable.swift"
VECTORS = ROOT / "Tests/Vectors/phones.json"
SEED = 20

SWIFT = '''\
// swift-format-ignore-file
// Written by scripts/numbering/write.py from phonenumbers {version}; do not edit.
// The plans are libphonenumber's metadata, Apache-2.0: docs/decisions/0005-numbering-plans.md.

enum NumberingTable {{
    static let version = "{version}"

    static let countries = """
{countries}
        """

    static let states = """
{states}
        """
}}
'''


def records(rows):
    """Two bytes hold the label and a bit for each digit whose target differs from the digit before it;
    the targets that differ follow, two bytes each. State 0, which refuses all, is not written."""
    out = bytearray()
    for label, targets in rows[1:]:
        changes, before = [], 0
        for target in targets:
            changes.append(target != before)
            before = target
        mask = sum(1 << (9 - digit) for digit in range(10) if changes[digit])
        out += (label << 10 | mask).to_bytes(2, "big")
        for digit in range(10):
            if changes[digit]:
                out += targets[digit].to_bytes(2, "big")
    return bytes(out)


def indented(lines):
    return "\n".join("        " + line for line in lines)


def write_table():
    automaton, countries = Automaton(), []
    for code in sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE):
        if code in NOT_COUNTRIES:
            continue
        country = Country(code)
        automaton.add(country)
        regions = "".join(country.regions)
        countries.append(f"{code} {country.trunk or '-'} {automaton.starts[code]} {regions}")
    TABLE.write_text(
        SWIFT.format(
            version=phonenumbers.__version__,
            countries=indented(countries),
            states=indented(textwrap.wrap(base64.b64encode(records(automaton.rows)).decode(), 100)),
        )
    )
    print(f"{len(countries)} country codes, {len(automaton.rows)} states, {TABLE.stat().st_size} bytes")


def as_json(numbers):
    """One line for each number: what is typed, its canonical form and its region; two nulls if refused."""
    lines = [json.dumps([typed, *answer]) for typed, answer in numbers.items()]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def write_vectors():
    """Per region: its example numbers of each kind, and numbers drawn near them, right and wrong."""
    draw, rows = random.Random(SEED), {}
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in ("MOBILE", "FIXED_LINE", "PREMIUM_RATE", "TOLL_FREE", "VOIP"):
            example = phonenumbers.example_number_for_type(region, getattr(phonenumbers.PhoneNumberType, kind))
            if example is not None:
                digits = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
                rows[digits] = expected(digits)
                if kind == "MOBILE":
                    for near in dialled(draw, digits):
                        rows[near] = expected(near)
    VECTORS.parent.mkdir(exist_ok=True)
    VECTORS.write_text(as_json(rows))
    taken = sum(canonical is not None for canonical, _ in rows.values())
    print(f"{len(rows)} vectors, {taken} of them accepted")


if __name__ == "__main__":
    write_table()
    write_vectors()
