package org.facedesk.desktop.audit;

import java.util.Map;
import java.util.function.Supplier;
import org.facedesk.admin.AuditTrail;

/**
 * What the audit screen stands on.
 *
 * @param names what people call actors, by how the trail has them ({@code operator:ID}); asked with
 *     each page, off the UI thread
 */
public record AuditServices(AuditTrail trail, Supplier<Map<String, String>> names) {}
