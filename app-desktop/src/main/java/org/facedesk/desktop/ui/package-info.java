/**
 * What every screen of the window shares: its words in the operator's language ({@link
 * org.facedesk.desktop.ui.Texts}), light and dark from one set of tokens ({@link
 * org.facedesk.desktop.ui.Theme}), work off the UI thread whose failures always reach log and
 * operator ({@link org.facedesk.desktop.ui.Background}), and what a failure looks like to people
 * ({@link org.facedesk.desktop.ui.FaultReport}).
 *
 * <p>A workflow is a {@link org.facedesk.desktop.ui.Room}: the window hands it its {@link
 * org.facedesk.desktop.ui.Surroundings} and gets a {@link org.facedesk.desktop.ui.Place} back, an
 * entry of the navigation with a {@link org.facedesk.desktop.ui.Screen} behind it. The view model
 * lives as long as the window; screens are made anew for every language.
 */
@NullMarked
package org.facedesk.desktop.ui;

import org.jspecify.annotations.NullMarked;
