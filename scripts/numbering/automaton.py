"""Turns the patterns of phonenumbers into one small automaton over decimal digits.

A number of a country calling code is accepted when phonenumbers calls it mobile, or "fixed line or
mobile" (some plans, such as +1, cannot tell). Each accepting state names the region of the number.
"""

from re import _parser as syntax

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata, national_significant_number, parse

# The kinds that phonenumbers looks at before mobile: a number that is one of them is not mobile.
FIRST = ("premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan", "voicemail")
KINDS = ("general_desc", *FIRST, "fixed_line", "mobile")


class Patterns:
    """A non-deterministic automaton; `follow` holds for each state its edges, `free` its empty moves."""

    def __init__(self):
        self.follow, self.free, self.tags = [], [], {}

    def state(self):
        self.follow.append([])
        self.free.append([])
        return len(self.follow) - 1

    def add(self, start, pattern, tag, prefix_only=False):
        end = self._sequence(start, syntax.parse(pattern))
        if prefix_only:
            self.follow[end].append((frozenset(range(10)), end))
        self.tags.setdefault(end, set()).add(tag)

    def _sequence(self, start, items):
        for operation, value in items:
            start = getattr(self, "_" + str(operation).lower())(start, value)
        return start

    def _edge(self, start, digits):
        end = self.state()
        self.follow[start].append((frozenset(digits), end))
        return end

    def _literal(self, start, value):
        return self._edge(start, {value - ord("0")})

    def _in(self, start, items):
        digits = set()
        for operation, value in items:
            match str(operation):
                case "LITERAL":
                    digits.add(value - ord("0"))
                case "RANGE":
                    digits.update(range(value[0] - ord("0"), value[1] - ord("0") + 1))
                case "CATEGORY" if str(value) == "CATEGORY_DIGIT":
                    digits.update(range(10))
                case _:
                    raise ValueError(f"unknown set {operation} {value}")
        return self._edge(start, digits)

    def _subpattern(self, start, value):
        return self._sequence(start, value[-1])

    def _branch(self, start, value):
        end = self.state()
        for branch in value[1]:
            entry = self.state()
            self.free[start].append(entry)
            self.free[self._sequence(entry, branch)].append(end)
        return end

    def _max_repeat(self, start, value):
        least, most, items = value
        for _ in range(least):
            start = self._sequence(start, items)
        if int(most) > 20:
            raise ValueError("a pattern without end")
        end = self.state()
        self.free[start].append(end)
        for _ in range(int(most) - least):
            start = self._sequence(start, items)
            self.free[start].append(end)
        return end

    def closure(self, states):
        seen, waiting = set(states), list(states)
        while waiting:
            for state in self.free[waiting.pop()]:
                if state not in seen:
                    seen.add(state)
                    waiting.append(state)
        return frozenset(seen)

    def step(self, states, digit):
        return self.closure({to for state in states for digits, to in self.follow[state] if digit in digits})


class Country:
    """What phonenumbers knows of one country calling code."""

    def __init__(self, code):
        self.code = code
        self.regions = COUNTRY_CODE_TO_REGION_CODE[code]
        self.plans = [PhoneMetadata.metadata_for_region(region, None) for region in self.regions]
        self.patterns = Patterns()
        self.start = self.patterns.state()
        for index, plan in enumerate(self.plans):
            if plan.leading_digits and len(self.plans) > 1:
                self.patterns.add(self.start, plan.leading_digits, (index, "leading"), prefix_only=True)
            for kind in KINDS:
                description = getattr(plan, kind)
                if description is not None and description.national_number_pattern:
                    self.patterns.add(self.start, description.national_number_pattern, (index, kind))

    @property
    def trunk(self):
        """What people type before a national number at home, and wrongly after the country code too.

        Empty where phonenumbers would not drop it before a mobile number: in Colombia a zero and a three
        are a carrier's, and mobile numbers begin with a three.
        """
        trunk, mobile = self.plans[0].national_prefix or "", self.plans[0].mobile.example_number
        read = parse(f"+{self.code}{trunk}{mobile}")
        return trunk if national_significant_number(read) == mobile else ""

    def region_of(self, tags, length):
        """The index of the region whose mobile number this is, or None (the order is phonenumbers')."""
        for index, plan in enumerate(self.plans):
            kinds = {kind for owner, kind in tags if owner == index and self._fits(plan, kind, length)}
            known = "general_desc" in kinds and len(kinds - {"general_desc", "leading"}) > 0
            if len(self.plans) > 1:
                if "leading" in kinds if plan.leading_digits else known:
                    return index if known and self._is_mobile(plan, kinds) else None
            else:
                return index if known and self._is_mobile(plan, kinds) else None
        return None

    @staticmethod
    def _fits(plan, kind, length):
        if kind == "leading":
            return True
        lengths = getattr(plan, kind).possible_length
        return not lengths or length in lengths

    @staticmethod
    def _is_mobile(plan, kinds):
        if any(kind in kinds for kind in FIRST):
            return False
        return ("fixed_line" if plan.same_mobile_and_fixed_line_pattern else "mobile") in kinds


class Automaton:
    """Minimal and without cycles. State 0 refuses all; `rows[state]` is (label, ten targets), where
    label 0 means "not a number" and n + 1 "a mobile number of the country's n-th region"."""

    def __init__(self):
        self.rows, self.numbers = [], {}
        self._number((0, (0,) * 10))
        self.starts = {}

    def _number(self, row):
        if row not in self.numbers:
            self.numbers[row] = len(self.rows)
            self.rows.append(row)
        return self.numbers[row]

    def add(self, country):
        known = {}
        longest = 15 - len(str(country.code))

        def build(states, length):
            if not states or length > longest:
                return 0
            if (states, length) not in known:
                tags = set().union(*(country.patterns.tags.get(state, ()) for state in states))
                region = country.region_of(tags, length)
                targets = tuple(build(country.patterns.step(states, digit), length + 1) for digit in range(10))
                known[states, length] = self._number((0 if region is None else region + 1, targets))
            return known[states, length]

        self.starts[country.code] = build(country.patterns.closure({country.start}), 0)
