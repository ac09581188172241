/**
 * The trained models: where their files are, what they take and give, and the proof that they are
 * the right ones.
 */
@NullMarked
package org.facedesk.models;

import org.jspecify.annotations.NullMarked;
