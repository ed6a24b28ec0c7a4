// OpenSSL 3. The inline functions below stand for macros and callbacks, which Swift cannot import or write.
#ifndef LATCHKEY_COPENSSL_H
#define LATCHKEY_COPENSSL_H

#include <openssl/err.h>
#include <openssl/ssl.h>

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
