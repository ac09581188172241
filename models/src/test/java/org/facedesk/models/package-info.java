/** What the loader promises: verified bytes or a clear refusal. */
@NullMarked
package org.facedesk.models;

import org.jspecify.annotations.NullMarked;
