package org.facedesk.protocol;

import org.jspecify.annotations.Nullable;

/**
 * {@code encrypted_data} of a completed session.
 *
 * @param encryptedPayload base64 of IV and AES-256-CBC ciphertext; absent in strict mode
 * @param encryptionMethod {@code AES-256-CBC}, in strict mode {@code A256GCM}
 * @param key which key opens it: {@code api_key}, {@code secret_key} or {@code double}
 * @param mac base64 HMAC-SHA-256 over session, type, IV and ciphertext; absent in strict mode
 * @param v2 compact JWE of the same plain text
 */
public record SealedResult(
    @Nullable String encryptedPayload,
    String encryptionMethod,
    String key,
    @Nullable String mac,
    String v2,
    String instructions) {}
