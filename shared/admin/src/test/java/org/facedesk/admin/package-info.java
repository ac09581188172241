/** Administration over a real store. */
@NullMarked
package org.facedesk.admin;

import org.jspecify.annotations.NullMarked;
