/** Tests of the people screen, without toolkit and with it. */
@NullMarked
package org.facedesk.desktop.people;

import org.jspecify.annotations.NullMarked;
