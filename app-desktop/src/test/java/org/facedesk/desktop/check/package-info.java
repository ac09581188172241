/**
 * Tests of the check screen: its view model without a toolkit, its view on the headless platform.
 */
@NullMarked
package org.facedesk.desktop.check;

import org.jspecify.annotations.NullMarked;
