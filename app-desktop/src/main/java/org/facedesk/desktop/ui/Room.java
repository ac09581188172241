package org.facedesk.desktop.ui;

/**
 * A workflow as the window takes it in. It makes its view model over the services it was given and
 * what surrounds it in the window: {@code around -> new Place("people", icon, Role.OPERATOR, texts
 * -> new PeopleView(model, texts, around))}. Called once for a window, on the UI thread.
 */
@FunctionalInterface
public interface Room {
  Place in(Surroundings around);
}
