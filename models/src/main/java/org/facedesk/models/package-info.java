/**
 * The trained models: where their files are, what they take and give, and the proof that they are
 * the right ones.
 *
 * <p>A trained model is data that decides, so it is treated like code: a manifest names every file
 * with its SHA-256, licence, provenance, input and output, and {@link org.facedesk.models.Models}
 * hands out bytes only after their digest was checked. Each model fills a {@link
 * org.facedesk.models.ModelRole}; whoever has the right to a better one replaces the file and its
 * manifest entry, and because templates carry the id of the embedding model that made them, old and
 * new never meet.
 */
@NullMarked
package org.facedesk.models;

import org.jspecify.annotations.NullMarked;
