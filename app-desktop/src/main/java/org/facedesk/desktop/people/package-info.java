/**
 * The people the desk knows: found by id or name, looked at, renamed, enrolled again, given out,
 * unlocked, erased, and brought in from a list.
 *
 * <p>{@link org.facedesk.desktop.people.PeopleViewModel} holds what is shown without knowing
 * JavaFX; work that takes long (a search through sealed names, an import) is a chain of short steps
 * on the workflow's own thread, and stops between two of them when the operator wants something
 * else. What needs a supervisor is vouched for by one.
 */
@NullMarked
package org.facedesk.desktop.people;

import org.jspecify.annotations.NullMarked;
