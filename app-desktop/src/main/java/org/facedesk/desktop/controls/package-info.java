/**
 * The window's own controls: the mirrored camera picture with its guide ({@link
 * org.facedesk.desktop.controls.PreviewPane}), quality bars, checklist rows, portraits and the
 * panel that explains a fault. They draw what they are given and decide nothing.
 *
 * <p>The preview follows the camera's rate, not the analysis': frames arrive on the camera's
 * thread, are turned into screen pixels there, and the UI thread only swaps buffers, with at most
 * one swap waiting. The newest frame wins.
 */
@NullMarked
package org.facedesk.desktop.controls;

import org.jspecify.annotations.NullMarked;
