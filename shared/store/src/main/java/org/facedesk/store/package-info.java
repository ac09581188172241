/**
 * What is remembered, as ports and records. Everything biometric or secret arrives here already
 * sealed; the store never sees it in clear. Every record belongs to one API client (the desk is
 * one, too).
 */
@NullMarked
package org.facedesk.store;

import org.jspecify.annotations.NullMarked;
