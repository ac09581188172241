package org.facedesk.engine.evaluation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well pairs were told apart.
 *
 * @param failures pictures without a face or not readable; their pairs count as not recognised
 * @param accuracy mean over ten folds of the share decided rightly, each fold at the threshold that
 *     was best on the other nine
 * @param accuracySd standard deviation of that share over the folds
 * @param auc probability that a mated pair is closer than a non-mated one
 * @param tar true match rate by false match rate ("1e-2", "1e-3", "1e-4"); null where there are
 *     fewer than ten times as many non-mated pairs as it takes to see one error
 */
public record PairReport(
    int pairs,
    int failures,
    double accuracy,
    double accuracySd,
    double auc,
    Map<String, @Nullable Double> tar) {}
