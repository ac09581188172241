/** Tests of the clients screen, without toolkit and with it. */
@NullMarked
package org.facedesk.desktop.clients;

import org.jspecify.annotations.NullMarked;
