"""What phonenumbers says of a number, in Latchkey's terms."""

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumberType

ACCEPTED = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)

# +800, +870, +882 … belong to no country: satellites and shared services, dear and loved by toll fraud.
NOT_COUNTRIES = {code for code, regions in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items() if regions == ("001",)}


def expected(typed):
    """The canonical number and its region, or (None, None)."""
    try:
        number = phonenumbers.parse(typed)
    except phonenumbers.NumberParseException:
        return None, None
    if number.country_code in NOT_COUNTRIES or phonenumbers.number_type(number) not in ACCEPTED:
        return None, None
    canonical = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    digits = "+" + "".join(character for character in typed if character.isdigit())
    if canonical != digits and canonical != without_trunk(digits, number.country_code):
        # phonenumbers also knows carrier codes and local habits (+54 11 15…); Latchkey does not guess.
        return None, None
    return canonical, phonenumbers.region_code_for_number(number)


def without_trunk(digits, code):
    plan = PhoneMetadata.metadata_for_region(phonenumbers.COUNTRY_CODE_TO_REGION_CODE[code][0], None)
    head, trunk = f"+{code}", plan.national_prefix or ""
    return head + digits[len(head) + len(trunk):] if trunk and digits[len(head):].startswith(trunk) else digits


def dialled(draw, digits):
    """Numbers near `digits`: another end, another middle, one digit more and one less, a trunk zero."""
    code = len(str(phonenumbers.parse(digits).country_code)) + 1

    def other(start):
        return digits[:start] + "".join(str(draw.randrange(10)) for _ in digits[start:])

    return [
        other(len(digits) - 4), other(code + 2), other(code + 1), other(code),
        digits + str(draw.randrange(10)), digits[:-1], digits[:code] + "0" + digits[code:],
    ]
