package org.facedesk.server.ws;

import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.facedesk.enroll.SessionService;
import org.facedesk.protocol.WireFormat;
import org.facedesk.server.security.ClientDirectory;
import org.facedesk.server.security.FrameLimits;
import org.facedesk.server.security.ResultSealing;
import org.facedesk.server.security.SecurityTrail;

/**
 * What every socket needs.
 *
 * @param analysis bounded; frames are decoded and judged here
 * @param turns whose frame of those that wait for it
 * @param blocking may wait for the database
 * @param qualityThreshold told to clients, 0..1
 */
public record SocketContext(
    SessionService sessions,
    ClientDirectory clients,
    ResultSealing sealing,
    WireFormat format,
    Executor analysis,
    FrameTurns turns,
    Executor blocking,
    DoubleSupplier qualityThreshold,
    SocketMeters meters,
    FrameLimits frameLimits,
    SecurityTrail trail) {}
