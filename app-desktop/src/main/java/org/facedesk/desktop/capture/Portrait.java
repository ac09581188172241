package org.facedesk.desktop.capture;

import org.facedesk.core.Frame;
import org.facedesk.engine.Box;

/** A face in a frame that was kept. */
public record Portrait(Frame frame, Box face) {}
