package org.facedesk.admin;

import java.util.List;

/**
 * Some of a client's enrollments.
 *
 * @param enrollments newest first
 * @param total how many the client has
 */
public record EnrollmentPage(List<EnrollmentView> enrollments, int total) {}
