/** What the tests of the screens about records have in common. */
@NullMarked
package org.facedesk.desktop.records;

import org.jspecify.annotations.NullMarked;
