package org.facedesk.desktop.capture;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.facedesk.admin.DeskSession;

/**
 * A session that pictures are wanted for.
 *
 * @param begin opens it; off the UI thread
 * @param cancel ends it without an outcome; off the UI thread
 */
public record CaptureOrder(Callable<DeskSession> begin, Consumer<DeskSession> cancel) {}
