/** The arithmetic of the trail, without a database. */
@NullMarked
package org.facedesk.store.audit;

import org.jspecify.annotations.NullMarked;
