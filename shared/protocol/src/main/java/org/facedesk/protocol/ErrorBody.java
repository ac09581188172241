package org.facedesk.protocol;

/**
 * Body of every REST answer that is not a success.
 *
 * @param error what happened, one sentence
 * @param code name of an {@link org.facedesk.core.ErrorCode}
 * @param detail what to do about it
 * @param correlationId stands in the station's log, too
 */
public record ErrorBody(String error, String code, String detail, String correlationId) {}
