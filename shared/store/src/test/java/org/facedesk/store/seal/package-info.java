/** The station key: sealing, lookups, and the file it lies in. */
@NullMarked
package org.facedesk.store.seal;

import org.jspecify.annotations.NullMarked;
