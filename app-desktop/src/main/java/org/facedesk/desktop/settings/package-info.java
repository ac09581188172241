/**
 * The settings screen: an administrator's station, everybody's language and theme.
 *
 * <p>What there is to set, within which limits and when it counts is said by {@link
 * org.facedesk.core.settings.Setting}; the screen draws a row for each and knows no rule of its
 * own. Edits are held in the view model, checked as they are made, and saved together; language and
 * theme are saved as soon as they are chosen. What cameras, database and diagnostics are is behind
 * ports, see {@link org.facedesk.desktop.settings.SettingsServices}.
 */
@NullMarked
package org.facedesk.desktop.settings;

import org.jspecify.annotations.NullMarked;
