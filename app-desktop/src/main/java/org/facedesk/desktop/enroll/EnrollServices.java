package org.facedesk.desktop.enroll;

import java.time.InstantSource;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.enroll.SessionService;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.store.ClientRecord;

/**
 * What enrolling at the desk stands on.
 *
 * @param desk the built-in client whose people are enrolled here
 */
public record EnrollServices(
    SessionService sessions,
    ClientRecord desk,
    FaceAnalyzer analyzer,
    QualityPolicy quality,
    CapturePolicy policy,
    CameraFeeds feeds,
    People people,
    InstantSource clock) {}
