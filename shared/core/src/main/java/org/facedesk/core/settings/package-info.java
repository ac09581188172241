/**
 * What an administrator may change about a station, and how it survives.
 *
 * <p>A {@link org.facedesk.core.settings.Setting} is a name, what it is when nobody sets it, a rule
 * for its values and a word on when a change counts. All of them together, checked, are the {@link
 * org.facedesk.core.settings.StationSettings}. They come, in this order, from what fixes them (the
 * command line, the environment), from {@code station.properties}, and from what is built in; the
 * window changes the file and nothing else. {@link org.facedesk.core.settings.SettingsFile} writes
 * it so that a power cut at any moment leaves the old or the new settings; {@link
 * org.facedesk.core.settings.LiveSettings} is what the running station asks.
 */
@NullMarked
package org.facedesk.core.settings;

import org.jspecify.annotations.NullMarked;
