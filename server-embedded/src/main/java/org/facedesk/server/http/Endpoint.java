package org.facedesk.server.http;

/** One thing that can be asked for. Runs on a virtual thread and may block. */
@FunctionalInterface
public interface Endpoint {
  /**
   * @throws org.facedesk.core.FacedeskException to refuse
   */
  Answer answer(Call call);
}
