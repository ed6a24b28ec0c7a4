// OpenSSL 3. The inline functions below stand for macros and callbacks, which Swift cannot import or write,
// and for calls that it cannot make safely.
#ifndef LATCHKEY_COPENSSL_H
#define LATCHKEY_COPENSSL_H

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/param_build.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>

// OSSL_PARAM keeps the address of its name, and a Swift string lends one for a single call only:
// lists of parameters are therefore built and used here.

static inline int latchkey_EVP_MAC_init_sha256(EVP_MAC_CTX *context, const unsigned char *key, size_t length) {
    char digest[] = "SHA256";
    OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_end(),
    };
    return EVP_MAC_init(context, key, length, parameters);
}

// `point` is the uncompressed public point (65 bytes); `scalar` is NULL for a public key.
// NULL when OpenSSL refuses the parts, a point off the curve among them.
static inline EVP_PKEY *latchkey_EVP_PKEY_from_p256(const unsigned char *point, const BIGNUM *scalar) {
    EVP_PKEY *key = NULL;
    OSSL_PARAM *parameters = NULL;
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "EC", NULL);
    if (builder != NULL && context != NULL
        && OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0)
        && OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point, 65)
        && (scalar == NULL || OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_PRIV_KEY, scalar))
        && (parameters = OSSL_PARAM_BLD_to_param(builder)) != NULL
        && EVP_PKEY_fromdata_init(context) > 0
        && EVP_PKEY_fromdata(context, &key, scalar == NULL ? EVP_PKEY_PUBLIC_KEY : EVP_PKEY_KEYPAIR, parameters) <= 0) {
        EVP_PKEY_free(key);
        key = NULL;
    }
    OSSL_PARAM_free(parameters);
    OSSL_PARAM_BLD_free(builder);
    EVP_PKEY_CTX_free(context);
    return key;
}

static inline int latchkey_SSL_CTX_set_min_proto_version(SSL_CTX *context, int version) {
    return (int)SSL_CTX_set_min_proto_version(context, version);
}

static inline void latchkey_SSL_CTX_set_mode(SSL_CTX *context, long mode) { SSL_CTX_set_mode(context, mode); }

// Answers the ALPN offer (RFC 7301): http/1.1, or the handshake fails as section 3.2 asks.
static inline int latchkey_select_http11(
    SSL *session, const unsigned char **chosen, unsigned char *length, const unsigned char *offer,
    unsigned int offer_length, void *unused) {
    static const unsigned char ours[] = "\x08http/1.1";
    (void)session;
    (void)unused;
    return SSL_select_next_proto((unsigned char **)chosen, length, ours, 9, offer, offer_length)
                   == OPENSSL_NPN_NEGOTIATED
               ? SSL_TLSEXT_ERR_OK
               : SSL_TLSEXT_ERR_ALERT_FATAL;
}

static inline void latchkey_SSL_CTX_offer_http11(SSL_CTX *context) {
    SSL_CTX_set_alpn_select_cb(context, latchkey_select_http11, NULL);
}

static const uint64_t latchkey_TLS_OPTIONS =
    SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE;
static const long latchkey_TLS_MODE =
    SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS;

#endif
