/**
 * The store's behaviour as one contract ({@link org.facedesk.store.jdbc.StoreContract}), held
 * against H2 and against a real PostgreSQL, and what is special to each.
 */
@NullMarked
package org.facedesk.store.jdbc;

import org.jspecify.annotations.NullMarked;
