/**
 * The store on a relational database: H2 in the data folder, or a shared PostgreSQL, from one set
 * of migrations and one set of statements.
 *
 * <p>What a call has returned from is on disk. PostgreSQL does that by itself; H2 gathers commits
 * for half a second and loses them when the process is killed, so every change there ends with a
 * checkpoint that is forced to the disk ({@link org.facedesk.store.jdbc.Checkpoint}). What
 * identifies a person (external id, profile, metadata, session options) is sealed before it is
 * bound to a statement.
 */
@NullMarked
package org.facedesk.store.jdbc;

import org.jspecify.annotations.NullMarked;
