/**
 * What every other module stands on: frames, error codes, ids and sealing of secrets. Nothing here
 * depends on more than the JDK.
 */
@NullMarked
package org.facedesk.core;

import org.jspecify.annotations.NullMarked;
