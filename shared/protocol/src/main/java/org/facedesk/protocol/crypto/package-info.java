/**
 * Sealing of results for one API client. The first layout, AES-256-CBC under SHA-256 of a key, is
 * what existing clients decrypt; CBC can be changed in transit without anyone noticing, so a MAC
 * and an authenticated second layout (JWE) travel beside it. {@link
 * org.facedesk.protocol.crypto.ResultEnvelope} makes and opens all of them; {@code docs/vectors}
 * holds test vectors made by another implementation.
 */
@NullMarked
package org.facedesk.protocol.crypto;

import org.jspecify.annotations.NullMarked;
