package org.facedesk.models;

import org.jspecify.annotations.Nullable;

/**
 * One line of the manifest.
 *
 * @param id stable name of this very model; changes whenever its output does
 * @param file name inside the models folder
 * @param sha256 64 hexadecimal digits
 * @param licence SPDX id, as the package it comes from states it
 * @param input type, shape and meaning
 * @param output type, shape and meaning
 * @param metric how two outputs are compared; embedder only
 * @param dimension length of an output vector; 0 where it has none
 * @param calibration lower-case role of the entry that reads its distances; embedder only
 * @param card the model card, a path in the source tree
 */
public record ModelEntry(
    ModelRole role,
    String id,
    String file,
    String sha256,
    String licence,
    String provenance,
    String input,
    String output,
    @Nullable String metric,
    int dimension,
    @Nullable String calibration,
    String card) {}
