/**
 * How JavaCPP makes the bindings out of the headers of FAISS; read by the build and by the loader.
 */
@NullMarked
package org.facedesk.faiss.presets;

import org.jspecify.annotations.NullMarked;
