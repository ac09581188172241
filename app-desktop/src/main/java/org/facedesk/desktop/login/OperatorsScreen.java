package org.facedesk.desktop.login;

import java.util.List;
import org.facedesk.admin.OperatorResult;
import org.facedesk.admin.OperatorView;
import org.facedesk.desktop.ui.FaultReport;
import org.jspecify.annotations.Nullable;

/**
 * The operators' accounts as they are drawn.
 *
 * @param refused why the last change was not made, or null
 */
public record OperatorsScreen(
    List<OperatorView> operators,
    boolean loading,
    OperatorResult.@Nullable Reason refused,
    @Nullable FaultReport fault) {}
