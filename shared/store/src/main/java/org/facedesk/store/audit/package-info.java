/**
 * The arithmetic of the audit trail. Every entry carries the SHA-256 of the entry before it
 * together with its own content, so whoever changes, removes or inserts a line breaks every link
 * after it; a mark under the station key over the last link shows when the end was cut off or the
 * whole chain was computed anew. Reading and writing the entries is the business of the store.
 */
@NullMarked
package org.facedesk.store.audit;

import org.jspecify.annotations.NullMarked;
