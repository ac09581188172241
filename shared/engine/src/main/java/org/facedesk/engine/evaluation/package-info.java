/**
 * Measuring how well faces are told apart, on labelled pictures: the figures of the model card and
 * the thresholds the station works with come from here, by commands that anyone can repeat.
 *
 * <p>Vocabulary: a <em>mated</em> comparison is one of two pictures of the same person. The
 * <em>false match rate</em> is the share of non-mated comparisons that are taken for mated ones at
 * a threshold, the true match rate the share of mated ones recognised there.
 */
@NullMarked
package org.facedesk.engine.evaluation;

import org.jspecify.annotations.NullMarked;
