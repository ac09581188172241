package org.facedesk.installer;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What becomes of each file of a jar. A native library that no rule knows is refused, so that a new
 * dependency cannot bring one along that would be unpacked into somebody's home folder.
 */
final class NativeFiles {
  static final String NATIVES = "natives";
  static final String LIBTORCH = "libtorch";
  static final String MODELS = "models";

  private static final Pattern NATIVE =
      Pattern.compile(".*\\.(so(\\.[0-9]+)*|dll|dylib|jnilib|a|lib|exe)");
  private static final Pattern BYTEDECO =
      Pattern.compile("org/bytedeco/([a-z0-9]+)/([a-z]+-[a-z0-9_]+)/(.*)");
  private static final Pattern FAISS =
      Pattern.compile("org/facedesk/faiss/([a-z]+-[a-z0-9_]+)/(.*)");
  private static final Pattern MODEL = Pattern.compile("org/facedesk/models/(?!.*\\.class$)(.+)");
  private static final Pattern TORCH = Pattern.compile("pytorch/[a-z0-9]+/([a-z0-9_-]+)/(.*)");
  private static final Pattern TORCH_JNI = Pattern.compile("jnilib/([a-z0-9_-]+)/([a-z0-9]+)/(.*)");
  private static final Pattern JNA =
      Pattern.compile("com/sun/jna/([a-z0-9-]+)/([^/]*\\.(so|dll|jnilib|a))");
  private static final Pattern JAVAFX = Pattern.compile("[^/]+\\.(so|dll|dylib)");

  /** The modules of OpenCV that the capture and the engine call; the others would be 60 MB more. */
  private static final Pattern OPENCV_USED =
      Pattern.compile(
          "(lib)?(jni)?(opencv_(core|imgproc|imgcodecs|videoio)[0-9]*|cvkernels)\\..*"
              + "|opencv_videoio_.*\\.dll");

  /** The wrapper of OpenBLAS that only programs with linear algebra in Java load. */
  private static final Pattern OPENBLAS_UNUSED = Pattern.compile("(lib)?jniopenblas_full\\..*");

  /** Drivers that the station's own one replaces. */
  private static final Pattern UNUSED =
      Pattern.compile("(org/bridj/lib/|com/github/sarxos/webcam/ds/).*\\.(so|dll|dylib)");

  private record Rule(Pattern path, Function<MatchResult, Fate> fate) {}

  private final Platform platform;
  private final List<Rule> rules;

  NativeFiles(Platform platform) {
    this.platform = platform;
    this.rules = rules();
  }

  /** What becomes of a file. */
  sealed interface Fate {
    /** It stays in its jar. */
    record Stays() implements Fate {}

    /** It is put beside the jars, into this folder under this name. */
    record Unpacked(String folder, String name) implements Fate {}

    /** It is not shipped. */
    record LeftOut(String why) implements Fate {}
  }

  /**
   * @param entry the path inside the jar
   * @throws IllegalStateException for a native library of unknown use
   */
  Fate fate(String entry) {
    for (Rule rule : rules) {
      Matcher path = rule.path().matcher(entry);
      if (path.matches()) {
        return rule.fate().apply(path);
      }
    }
    if (isNative(entry)) {
      throw new IllegalStateException(
          "no rule says what becomes of the native library " + entry + "; add one to NativeFiles");
    }
    return new Fate.Stays();
  }

  static boolean isNative(String entry) {
    return NATIVE.matcher(entry).matches();
  }

  private List<Rule> rules() {
    return List.of(
        new Rule(BYTEDECO, path -> bytedeco(path.group(1), path.group(2), path.group(3))),
        new Rule(
            FAISS, path -> ours(path.group(1).equals(platform.bytedeco()), NATIVES, path.group(2))),
        new Rule(
            TORCH, path -> ours(path.group(1).equals(platform.djl()), LIBTORCH, path.group(2))),
        new Rule(TORCH_JNI, path -> ours(isTorchJni(path), LIBTORCH, path.group(3))),
        new Rule(JNA, path -> ours(path.group(1).equals(platform.jna()), NATIVES, path.group(2))),
        new Rule(MODEL, path -> new Fate.Unpacked(MODELS, path.group(1))),
        new Rule(UNUSED, path -> new Fate.LeftOut("a driver that the station does not use")),
        new Rule(JAVAFX, path -> new Fate.Unpacked(NATIVES, path.group())));
  }

  private boolean isTorchJni(MatchResult path) {
    return path.group(1).equals(platform.djl()) && path.group(2).equals("cpu");
  }

  private static Fate ours(boolean ours, String folder, String name) {
    if (!ours) {
      return new Fate.LeftOut("another platform's");
    }
    return isNative(name) ? new Fate.Unpacked(folder, name) : new Fate.LeftOut("for building only");
  }

  private Fate bytedeco(String library, String of, String name) {
    if (!of.equals(platform.bytedeco())) {
      return isNative(name) ? new Fate.LeftOut("another platform's") : new Fate.Stays();
    }
    boolean wanted =
        isNative(name)
            && !name.contains("/")
            && !name.endsWith(".exe")
            && (!library.equals("opencv") || OPENCV_USED.matcher(name).matches())
            && !OPENBLAS_UNUSED.matcher(name).matches();
    return wanted
        ? new Fate.Unpacked(NATIVES, name)
        : new Fate.LeftOut("a part of " + library + " that nothing calls");
  }
}
