/**
 * Where frames come from at the desk: a camera, a recorded clip, or the rendered practice head.
 *
 * <p>All three are a {@link FrameSource}, which one thread owns and asks for one frame after the
 * other. Sources are wrapped to change their pace: {@link Thinned} gives fewer frames a second, a
 * replay can be slowed to real time. {@link FramePump} is the thread that owns a source for the
 * window: it shows every frame and hands the newest one to whoever analyses, so that a slow
 * analysis never stalls the preview.
 */
@NullMarked
package org.facedesk.capture;

import org.jspecify.annotations.NullMarked;
