package org.facedesk.desktop.clients;

import java.util.Arrays;
import java.util.List;
import org.facedesk.admin.ClientOverview;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.ClientRecord.Envelope;

/**
 * What an administrator enters about a client.
 *
 * @param deskGallery only a new client's can be chosen
 * @param origins one a line
 * @param limit of open sessions, a number; empty for the station's own
 * @param webhook empty for none
 */
public record ClientForm(
    String name,
    Envelope envelope,
    boolean strict,
    boolean deskGallery,
    String origins,
    String limit,
    String webhook) {

  static final ClientForm EMPTY = new ClientForm("", Envelope.API_KEY, false, false, "", "", "");

  static ClientForm of(ClientOverview overview) {
    ClientRecord client = overview.client();
    Integer limit = client.openSessions();
    return new ClientForm(
        client.name(),
        client.envelope(),
        client.strict(),
        !client.gallery().equals(client.id()),
        String.join("\n", client.origins()),
        limit == null ? "" : limit.toString(),
        overview.webhook().orElse(""));
  }

  List<String> originList() {
    return Arrays.stream(origins.split("\\s+")).filter(line -> !line.isEmpty()).toList();
  }

  /** The limit as a change has it: 0 for the station's own, -1 for what is no number. */
  int limitNumber() {
    String text = limit.strip();
    if (text.isEmpty()) {
      return 0;
    }
    return text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : -1;
  }
}
