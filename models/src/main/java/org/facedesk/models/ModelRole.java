package org.facedesk.models;

/** What a file of the manifest is for; every role is filled exactly once. */
public enum ModelRole {
  /** Finds faces in a whole picture. */
  DETECTOR,
  /** Finds 468 points of one face. */
  MESH,
  /** Finds lids and iris in a picture of one eye. */
  IRIS,
  /** Turns an aligned face into a vector that can be compared. */
  EMBEDDER,
  /** The mean face in three dimensions that head pose is measured against. */
  CANONICAL_MESH,
  /** How distances of the embedder's vectors are to be read: error rates and probabilities. */
  CALIBRATION
}
