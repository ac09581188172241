/** Tests of the audit screen, without toolkit and with it. */
@NullMarked
package org.facedesk.desktop.audit;

import org.jspecify.annotations.NullMarked;
