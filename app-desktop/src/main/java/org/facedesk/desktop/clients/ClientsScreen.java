package org.facedesk.desktop.clients;

import java.util.List;
import org.facedesk.admin.ClientOverview;
import org.facedesk.admin.CreatedClient;
import org.facedesk.desktop.ui.FaultReport;
import org.jspecify.annotations.Nullable;

/**
 * All there is to draw at one moment.
 *
 * @param notice key of something that was done; null for none
 */
public record ClientsScreen(
    List<ClientOverview> rows,
    boolean asked,
    Side side,
    boolean working,
    @Nullable String notice,
    @Nullable FaultReport fault) {

  /** What stands beside the table. */
  public sealed interface Side {
    record Nothing() implements Side {}

    record Details(ClientOverview client) implements Side {}

    /**
     * A client is being described.
     *
     * @param client null for a new one
     * @param start what stands in the form at first
     */
    record Form(@Nullable ClientOverview client, ClientForm start) implements Side {}

    /** Key and secret, this once. */
    record Credentials(String name, CreatedClient created) implements Side {}
  }
}
