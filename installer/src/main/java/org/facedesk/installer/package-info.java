/**
 * Makes an installer of the flat folder that {@code ./station} starts from.
 *
 * <p>A program that carries a runtime and native libraries can be packed lazily, with jars that
 * unpack themselves into the user's home at first start, or once, when the installer is built. This
 * one does the second: {@link org.facedesk.installer.Unpacking} takes every native library and
 * model out of its jar, {@link org.facedesk.installer.NativeFiles} says where each goes and refuses
 * what it does not know, {@link org.facedesk.installer.Licences} collects the terms of every part,
 * and jlink and jpackage make of it what the platform installs. What is particular to a platform
 * lies as a file in {@code installer/dist}, not as code.
 */
@NullMarked
package org.facedesk.installer;

import org.jspecify.annotations.NullMarked;
