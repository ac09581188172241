/**
 * The tamper-evident trail: looked through page by page under a filter, checked link by link with
 * progress, and written to a file with its hashes. Supervisors see and check it, administrators
 * give it out.
 */
@NullMarked
package org.facedesk.desktop.audit;

import org.jspecify.annotations.NullMarked;
