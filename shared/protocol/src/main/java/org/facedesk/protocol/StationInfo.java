package org.facedesk.protocol;

import java.util.List;

/** What the station understands, and its limits. */
public record StationInfo(
    String name,
    List<String> sessionTypes,
    List<String> imageFormats,
    int maxImageBytes,
    int maxMessageBytes,
    int maxFramesPerSecond,
    List<String> envelopes) {}
