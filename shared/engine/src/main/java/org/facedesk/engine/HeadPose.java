package org.facedesk.engine;

/**
 * How the head is turned, in degrees: yaw &gt; 0 nose towards the image's left, pitch &gt; 0
 * looking down, roll &gt; 0 clockwise.
 */
public record HeadPose(double yaw, double pitch, double roll) {}
