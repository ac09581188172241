package org.facedesk.desktop.ui;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.facedesk.admin.Role;
import org.kordamp.ikonli.Ikon;

/**
 * An entry of the navigation and the screen behind it.
 *
 * @param key {@code people}: the name of its words {@code nav.people}, and its place among Ctrl+1
 *     to Ctrl+8, see {@code shell.Places}
 * @param least who is less sees neither the entry nor the screen
 * @param screen makes the screen in a language, when it is shown for the first time
 * @param busy whether it must not be left now: a person stands before the camera, or waits for a
 *     word
 * @param tick called four times a second while it is shown
 * @param close called when the window closes; must not block
 */
public record Place(
    String key,
    Ikon icon,
    Role least,
    Function<Texts, Screen> screen,
    BooleanSupplier busy,
    Runnable tick,
    Runnable close) {

  public Place(String key, Ikon icon, Role least, Function<Texts, Screen> screen) {
    this(key, icon, least, screen, () -> false, () -> {}, () -> {});
  }

  public Place busyWhile(BooleanSupplier condition) {
    return new Place(key, icon, least, screen, condition, tick, close);
  }

  public Place ticking(Runnable action) {
    return new Place(key, icon, least, screen, busy, action, close);
  }

  public Place closing(Runnable action) {
    return new Place(key, icon, least, screen, busy, tick, action);
  }
}
