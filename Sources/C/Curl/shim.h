// libcurl. The constants below are macros with casts or shifts, which Swift does not import.
#ifndef LATCHKEY_CCURL_H
#define LATCHKEY_CCURL_H

#include <curl/curl.h>

static const unsigned int latchkey_CURLU_PUNYCODE = CURLU_PUNYCODE;

#endif
