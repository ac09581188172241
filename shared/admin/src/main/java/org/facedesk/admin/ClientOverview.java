package org.facedesk.admin;

import java.util.Optional;
import org.facedesk.store.ClientRecord;

/**
 * A client and its numbers.
 *
 * @param people how many it has
 * @param openSessions how many of its sessions are not over
 * @param webhook where it is told of its sessions' ends
 */
public record ClientOverview(
    ClientRecord client, int people, int openSessions, Optional<String> webhook) {}
