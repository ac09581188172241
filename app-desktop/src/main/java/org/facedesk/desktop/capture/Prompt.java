package org.facedesk.desktop.capture;

import org.facedesk.desktop.ui.Tone;

/**
 * The one sentence that says what to do next.
 *
 * @param key of its text
 */
public record Prompt(String key, Tone tone) {}
