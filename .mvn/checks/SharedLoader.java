import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where javac looks for Error Prone, the same for all compilations of a build. By itself javac makes a new loader for
 * each, and thirty times the same two thousand classes are loaded, verified and compiled: that was a third of a build's
 * time (docs/adr/0025-error-prone-is-loaded-once.md). javac asks for this class by -XDprocloader in the parent POM, and
 * goes on without it where it is not on the boot class path, as in a bare ./mvnw.
 */
public final class SharedLoader extends URLClassLoader {
  private static final Map<List<String>, ClassLoader> BY_PATH = new ConcurrentHashMap<>();

  /** What javac calls. Closing this one leaves the shared one open. */
  public SharedLoader(URL[] path, ClassLoader parent) {
    super(new URL[0], shared(path, parent));
  }

  private static ClassLoader shared(URL[] path, ClassLoader parent) {
    List<String> key = Arrays.stream(path).map(URL::toString).toList();
    return BY_PATH.computeIfAbsent(key, added -> new URLClassLoader(path, parent));
  }
}
