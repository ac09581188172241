/**
 * The numbers a station decides by, in one place; what a client asks for may only make them
 * stricter.
 */
@NullMarked
package org.facedesk.enroll.policy;

import org.jspecify.annotations.NullMarked;
