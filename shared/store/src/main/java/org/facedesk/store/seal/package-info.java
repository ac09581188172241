/**
 * Encryption at rest. A station has one secret, 256 random bits in {@code station.key}, from which
 * HKDF derives one key for sealing (AES-256-GCM) and another for lookups (HMAC-SHA-256). A thief of
 * the database without that file learns no face, name, key or token; whoever loses the file has
 * lost the people enrolled, so it belongs into every backup, apart from the database.
 */
@NullMarked
package org.facedesk.store.seal;

import org.jspecify.annotations.NullMarked;
