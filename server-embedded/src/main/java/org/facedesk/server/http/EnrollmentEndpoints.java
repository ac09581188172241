package org.facedesk.server.http;

import java.util.List;
import java.util.UUID;
import org.facedesk.admin.EnrollmentAdministration;
import org.facedesk.admin.EnrollmentPage;
import org.facedesk.admin.EnrollmentView;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.EnrollmentDetails;
import org.facedesk.protocol.Page;
import org.facedesk.store.EnrollmentRecord;

/** {@code /api/auth/enrollments/}: what became of a client's enrollments. */
public final class EnrollmentEndpoints {
  private static final String PATH = "/api/auth/enrollments/";

  private final EnrollmentAdministration enrollments;
  private final WebsocketUrls urls;

  public EnrollmentEndpoints(EnrollmentAdministration enrollments, WebsocketUrls urls) {
    this.enrollments = enrollments;
    this.urls = urls;
  }

  public Answer list(Call call) {
    Paging paging = new Paging(call, urls);
    EnrollmentPage page = enrollments.page(call.client(), paging.offset(), Page.SIZE);
    return paging.answer(PATH, page.total(), page.enrollments(), EnrollmentEndpoints::details);
  }

  /** {@code /api/clients/users/{external_user_id}/enrollments/}. */
  public Answer ofUser(Call call) {
    Paging paging = new Paging(call, urls);
    String id = call.parameter("external_user_id");
    List<EnrollmentView> all = enrollments.ofPerson(call.client(), id);
    return paging.answer(
        UserEndpoints.PATH + PathText.encoded(id) + "/enrollments/",
        all.size(),
        all.stream().skip(paging.offset()).limit(Page.SIZE).toList(),
        EnrollmentEndpoints::details);
  }

  public Answer view(Call call) {
    return Answer.ok(details(enrollments.find(call.client(), id(call))));
  }

  public Answer delete(Call call) {
    enrollments.delete(call.client(), id(call), call.actor());
    return Answer.noContent();
  }

  /** What cannot be an id belongs to nobody. */
  private static UUID id(Call call) {
    try {
      return UUID.fromString(call.parameter("id"));
    } catch (IllegalArgumentException e) {
      throw new FacedeskException(ErrorCode.NOT_FOUND, "There is no such enrollment.", e);
    }
  }

  private static EnrollmentDetails details(EnrollmentView view) {
    EnrollmentRecord enrollment = view.enrollment();
    return new EnrollmentDetails(
        enrollment.id(),
        view.externalId(),
        enrollment.status(),
        enrollment.quality(),
        enrollment.frames(),
        enrollment.blinks(),
        enrollment.motionEvents(),
        enrollment.source(),
        enrollment.createdAt(),
        enrollment.completedAt());
  }
}
