/**
 * The engine itself: OpenCV cuts pictures, libtorch (through DJL) looks at them.
 *
 * <p>The way of a picture: {@link org.facedesk.engine.torch.OpenCvFrameDecoder} checks its
 * structure and decodes it; a {@code Picture} holds it in native memory with its half-size
 * versions; the detector sees it whole in a small letterbox; the mesh model sees the face, turned
 * upright; the iris model sees both eyes; the embedder sees dlib's aligned chip. Every step but the
 * models is a change of coordinates, written down as an {@code Affine} map and carried out by one
 * OpenCV call.
 *
 * <p>Native types end here. Every public call opens its own scope for native memory (a {@code
 * PointerScope} for OpenCV, a sub-manager for libtorch) and closes it before it returns, so that
 * memory stays flat however many frames pass.
 */
@NullMarked
package org.facedesk.engine.torch;

import org.jspecify.annotations.NullMarked;
