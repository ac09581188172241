/** The settings screen over files in a temporary folder, made-up cameras and databases. */
@NullMarked
package org.facedesk.desktop.settings;

import org.jspecify.annotations.NullMarked;
