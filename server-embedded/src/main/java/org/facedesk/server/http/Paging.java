package org.facedesk.server.http;

import java.util.List;
import java.util.function.Function;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.Page;

/** Lists in pages of twenty, {@code ?page=1} being the first. */
final class Paging {
  private final Call call;
  private final WebsocketUrls urls;
  private final int number;

  /**
   * @throws FacedeskException NOT_FOUND if there can be no such page
   */
  Paging(Call call, WebsocketUrls urls) {
    this.call = call;
    this.urls = urls;
    String asked = call.query("page");
    if (asked != null && !asked.matches("[1-9]\\d{0,6}")) {
      throw noPage();
    }
    this.number = asked == null ? 1 : Integer.parseInt(asked);
  }

  int offset() {
    return (number - 1) * Page.SIZE;
  }

  /**
   * @param path of the list, to say where its other pages are
   * @param total how many there are on all pages
   * @throws FacedeskException NOT_FOUND beyond the last page
   */
  <T, R> Answer answer(String path, int total, List<T> entries, Function<T, R> told) {
    if (number > 1 && offset() >= total) {
      throw noPage();
    }
    return Answer.ok(
        new Page<>(
            total,
            offset() + Page.SIZE < total ? url(path, number + 1) : null,
            number > 1 ? url(path, number - 1) : null,
            entries.stream().map(told).toList()));
  }

  private String url(String path, int page) {
    return urls.rest(call.peer(), path + (page == 1 ? "" : "?page=" + page));
  }

  private static FacedeskException noPage() {
    return new FacedeskException(ErrorCode.NOT_FOUND, "There is no such page.");
  }
}
