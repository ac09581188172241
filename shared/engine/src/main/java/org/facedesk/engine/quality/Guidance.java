package org.facedesk.engine.quality;

/**
 * The one thing to do next. The constant's name is the key of the translated sentence; the English
 * sentence here is what goes over the wire. Left and right are the person's own.
 */
public enum Guidance {
  NO_FACE("Look into the camera."),
  ONE_PERSON("Only one person may be in the picture."),
  COME_CLOSER("Come closer."),
  MOVE_BACK("Move back a little."),
  MOVE_LEFT("Move a little to your left."),
  MOVE_RIGHT("Move a little to your right."),
  MOVE_UP("Move up a little."),
  MOVE_DOWN("Move down a little."),
  FACE_LEFT("Turn a little to your left."),
  FACE_RIGHT("Turn a little to your right."),
  LOOK_UP("Lift your chin a little."),
  LOOK_DOWN("Lower your chin a little."),
  LEVEL_HEAD("Hold your head level."),
  MORE_LIGHT("More light on the face, please."),
  LESS_LIGHT("Less light on the face, please."),
  EVEN_LIGHT("Light both sides of the face evenly."),
  HOLD_STILL("Hold still."),
  OPEN_EYES("Open your eyes."),
  CLOSE_MOUTH("Close your mouth."),
  WHITE_LIGHT("Use daylight or white light."),
  FINER_PICTURE("Use a camera or setting with a finer picture."),
  TAKE_OFF_MASK("Uncover your mouth and nose."),
  TAKE_OFF_GLASSES("Take off the dark glasses."),
  UNCOVER_FACE("Uncover your face."),
  MORE_PICTURES(
      "Pictures arrive too slowly. Wait a moment, or use a faster connection or computer."),
  BLINK("Blink."),
  SHOW_LEFT("Look straight, then turn your head to your left."),
  SHOW_RIGHT("Look straight, then turn your head to your right."),
  SHOW_UP("Look straight, then lift your chin."),
  TURN_HEAD("Slowly turn your head to one side and back."),
  LOOK_STRAIGHT("Look straight into the camera."),
  HOLD_ON("Good. Keep looking into the camera.");

  private final String sentence;

  Guidance(String sentence) {
    this.sentence = sentence;
  }

  /** The English sentence. */
  public String sentence() {
    return sentence;
  }
}
