// OpenSSL 3. The inline functions below stand for macros, which Swift does not import.
#ifndef LATCHKEY_COPENSSL_H
#define LATCHKEY_COPENSSL_H

#include <openssl/err.h>
#include <openssl/ssl.h>

#endif
