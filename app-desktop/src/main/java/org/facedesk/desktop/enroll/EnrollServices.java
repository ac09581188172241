package org.facedesk.desktop.enroll;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.facedesk.admin.ConsentTexts;

/**
 * What enrolling at the desk stands on, beside the camera and the desk's people.
 *
 * @param station what the receipt calls the station now
 */
public record EnrollServices(
    ConsentTexts consents, Supplier<String> station, InstantSource clock) {}
