package org.facedesk.desktop.enroll;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.facedesk.admin.ConsentTexts;

/**
 * What enrolling at the desk stands on, beside the camera and the desk's people.
 *
 * @param station what the receipt calls the station
 * @param challenge whether movements in an order drawn by the station are asked for
 */
public record EnrollServices(
    ConsentTexts consents, String station, BooleanSupplier challenge, InstantSource clock) {}
