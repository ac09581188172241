/** The envelopes against vectors made by another implementation. */
@NullMarked
package org.facedesk.protocol.crypto;

import org.jspecify.annotations.NullMarked;
