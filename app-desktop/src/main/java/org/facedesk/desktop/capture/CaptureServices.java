package org.facedesk.desktop.capture;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.engine.FaceAnalyzer;

/**
 * What capturing at the desk stands on.
 *
 * @param settings as they are now
 * @param signedIn for whom it works; nobody at first
 * @param earnest what the desk works upon, unless somebody practises
 */
public record CaptureServices(
    CameraFeeds feeds,
    FaceAnalyzer analyzer,
    Supplier<CaptureSettings> settings,
    SignedIn signedIn,
    Workplace earnest,
    PracticeRoom practice,
    InstantSource clock) {}
