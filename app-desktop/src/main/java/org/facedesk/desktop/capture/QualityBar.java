package org.facedesk.desktop.capture;

import org.facedesk.engine.QualityComponent;

/**
 * One quality component of the newest picture.
 *
 * @param score 0..100, −1 if it was not assessed
 * @param minimum the lowest score the station accepts
 */
public record QualityBar(QualityComponent component, int score, int minimum) {}
