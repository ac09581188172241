/**
 * FAISS for Java: search for the nearest among many vectors.
 *
 * <p>{@link org.facedesk.faiss.Faiss} loads the library and reads and writes indexes; the classes
 * of FAISS itself are in {@code org.facedesk.faiss.bindings}, generated from its headers with their
 * C++ names. Whatever goes wrong in C++ arrives as {@link org.facedesk.faiss.FaissException}.
 *
 * <p>An index, a selector and search parameters hold native memory: open them in a
 * try-with-resources statement. One that is given to another (a selector to search parameters) is
 * not kept alive by it and must be closed after it.
 */
@NullMarked
package org.facedesk.faiss;

import org.jspecify.annotations.NullMarked;
