"""Writes COUNT random numbers with what phonenumbers says of them, in the form of Tests/Vectors/phones.json.

    compare.py COUNT SEED > /tmp/phones.json
    PHONE_VECTORS=/tmp/phones.json swift test --filter PhoneVectorTests
"""

import random
import sys

import phonenumbers

from judge import NOT_COUNTRIES, dialled, expected
from write import as_json


def drawn(draw):
    regions = sorted(phonenumbers.SUPPORTED_REGIONS)
    codes = sorted(set(phonenumbers.COUNTRY_CODE_TO_REGION_CODE) - NOT_COUNTRIES)
    while True:
        region = draw.choice(regions)
        kind = draw.choice([phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE])
        example = phonenumbers.example_number_for_type(region, kind)
        if example is not None:
            yield from dialled(draw, phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164))
        length = draw.randrange(4, 13)
        yield f"+{draw.choice(codes)}" + "".join(str(draw.randrange(10)) for _ in range(length))
        yield "+" + "".join(str(draw.randrange(10)) for _ in range(length))


if __name__ == "__main__":
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    numbers = {}
    for typed in drawn(random.Random(seed)):
        if len(numbers) == count:
            break
        numbers[typed] = expected(typed)
    sys.stdout.write(as_json(numbers))
