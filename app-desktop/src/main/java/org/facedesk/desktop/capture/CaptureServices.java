package org.facedesk.desktop.capture;

import java.time.InstantSource;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.enroll.policy.CapturePolicy;

/**
 * What capturing at the desk stands on.
 *
 * @param signedIn for whom it works; nobody at first
 * @param earnest what the desk works upon, unless somebody practises
 */
public record CaptureServices(
    CameraFeeds feeds,
    FaceAnalyzer analyzer,
    QualityPolicy quality,
    CapturePolicy policy,
    SignedIn signedIn,
    Workplace earnest,
    PracticeRoom practice,
    InstantSource clock) {}
