package org.facedesk.core;

/**
 * Everything that can be refused or go wrong, with what to do about it. The name is the wire code
 * (REST {@code code}, the window's "copy details"), so a name is never reused for another meaning.
 */
public enum ErrorCode {
  // what the caller sent
  INVALID_REQUEST(Kind.INVALID, "Check the request against the documentation."),
  INVALID_IMAGE(Kind.INVALID, "Send a complete JPEG or PNG picture."),
  IMAGE_TOO_LARGE(Kind.TOO_LARGE, "Send at most 1 MiB and 4 megapixels."),
  MESSAGE_TOO_LARGE(Kind.TOO_LARGE, "Send messages of at most 2 MiB."),
  UNSUPPORTED_MEDIA(Kind.UNSUPPORTED, "Send JSON, or a JPEG or PNG picture."),
  METHOD_NOT_ALLOWED(Kind.METHOD, "Use one of the methods named in the Allow header."),
  NOT_FOUND(Kind.NOT_FOUND, "Check the address or the id."),
  // who asks
  UNAUTHENTICATED(Kind.UNAUTHENTICATED, "Send a valid API key or access token."),
  FORBIDDEN(Kind.FORBIDDEN, "Ask an administrator for the right to do this."),
  // users
  USER_NOT_FOUND(Kind.NOT_FOUND, "Enroll the person first, or check the user id."),
  USER_EXISTS(Kind.INVALID, "Choose another user id, or change the existing user."),
  USER_NOT_REGISTERED(
      Kind.INVALID, "Create the user first: this station enrolls only people it knows."),
  PHOTO_UNUSABLE(Kind.INVALID, "Send a sharp, evenly lit picture of one face that looks ahead."),
  NOT_ENROLLED(Kind.CONFLICT, "Enroll the person first."),
  USER_LOCKED(
      Kind.THROTTLED, "Wait until the time named has passed, or ask a supervisor to unlock."),
  // sessions
  SESSION_NOT_FOUND(Kind.NOT_FOUND, "Create a new session."),
  SESSION_EXPIRED(Kind.CONFLICT, "Create a new session; one lasts five minutes."),
  SESSION_STATE(Kind.CONFLICT, "The session is over or in use elsewhere; create a new one."),
  TOO_MANY_SESSIONS(Kind.THROTTLED, "Finish or cancel a waiting session first."),
  RATE_LIMITED(Kind.THROTTLED, "Send more slowly."),
  FRAME_LIMIT(Kind.THROTTLED, "Create a new session; this one has used up its frames."),
  DUPLICATE_FACE_DETECTED(Kind.CONFLICT, "This face is already enrolled for someone else."),
  // files that people give or want
  LIST_INVALID(
      Kind.INVALID,
      "Save the list as CSV in UTF-8, with a first line that names its columns: id, name, photo."),
  FILE_UNREADABLE(Kind.INVALID, "Check that the file is there and may be read."),
  FILE_UNWRITABLE(Kind.REFUSED, "Choose another folder, or make room on the disk."),
  // the station itself
  MODEL_MISSING(Kind.FAULT, "Reinstall the station, or restore the models folder."),
  MODEL_CORRUPT(Kind.FAULT, "Reinstall the station; the file is not the one it was shipped with."),
  CPU_UNSUPPORTED(Kind.FAULT, "Use a computer whose processor has AVX2 (x86, 2013 or later)."),
  CAMERA_UNAVAILABLE(
      Kind.UNAVAILABLE, "Check the cable, close other programs that use the camera, then refresh."),
  MEDIA_UNREADABLE(Kind.INVALID, "Choose another file; this one cannot be read as a video."),
  STORE_UNAVAILABLE(Kind.UNAVAILABLE, "Check the database and try again."),
  STORE_IN_USE(
      Kind.REFUSED,
      "Another station is running on this data folder; stop it, or choose another folder."),
  STORE_TOO_NEW(Kind.REFUSED, "This data folder was used by a newer version; update the station."),
  STATION_KEY_INVALID(
      Kind.FAULT, "Restore the station key file of this data folder from a backup."),
  SNAPSHOT_BROKEN(Kind.FAULT, "Nothing to do: the index is rebuilt from the store."),
  PORT_IN_USE(Kind.UNAVAILABLE, "Stop the program that uses this port, or choose another port."),
  SETTINGS_INVALID(Kind.INVALID, "Correct the named setting."),
  SETTINGS_NOT_SAVED(
      Kind.UNAVAILABLE,
      "Check that the disk is not full and that the settings file may be written."),
  OVERLOADED(Kind.UNAVAILABLE, "Try again in a moment."),
  INTERNAL(Kind.FAULT, "Try again; if it stays, send the correlation id to your administrator.");

  /**
   * What sort of refusal or fault this is; the server maps it to a status, the command line to an
   * exit code.
   */
  public enum Kind {
    INVALID,
    TOO_LARGE,
    UNSUPPORTED,
    METHOD,
    NOT_FOUND,
    UNAUTHENTICATED,
    FORBIDDEN,
    CONFLICT,
    THROTTLED,
    REFUSED,
    UNAVAILABLE,
    FAULT
  }

  private final Kind kind;
  private final String remedy;

  ErrorCode(Kind kind, String remedy) {
    this.kind = kind;
    this.remedy = remedy;
  }

  public Kind kind() {
    return kind;
  }

  /** What to do, one English sentence; the window translates by the constant's name. */
  public String remedy() {
    return remedy;
  }
}
