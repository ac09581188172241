/**
 * Administration: API clients and their credentials, people and their erasure. The window, REST and
 * the command line call the same use cases, so that a change means the same wherever it comes from:
 * it is checked, made in one transaction, and written into the audit trail with it. Everything is
 * asked of the database at every call, so that what one station changes is so for all at once.
 */
@NullMarked
package org.facedesk.admin;

import org.jspecify.annotations.NullMarked;
