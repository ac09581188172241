package org.facedesk.admin;

import java.time.Instant;
import java.util.UUID;

/**
 * What was erased, without saying who it was.
 *
 * @param person the record's id, as the audit trail has it
 * @param templates how many templates are gone from store and index
 */
public record ErasureReceipt(UUID person, int templates, Instant at) {}
