/**
 * The window around the screens: navigation, status bar, theme, and the assembly of the screens
 * from {@link org.facedesk.desktop.shell.WindowServices}. Whoever starts the program calls {@link
 * org.facedesk.desktop.shell.WindowProcess#run}, which returns when the window was closed.
 */
@NullMarked
package org.facedesk.desktop.shell;

import org.jspecify.annotations.NullMarked;
