package org.facedesk.core;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Optional;

/**
 * How willingly a thread lets others go first when there are fewer cores than work. Java's own
 * priorities do what they say on Windows and macOS; the JVM ignores them on Linux, where a thread's
 * niceness is set by the system's own call.
 */
public final class ThreadPriority {
  /** Steps for what may leave work out, behind what an operator sees. */
  public static final int BEHIND_THE_WINDOW = 10;

  private static final int THE_CALLING_THREAD = 0; // who, of which PRIO_PROCESS
  private static final int PRIO_PROCESS = 0;
  private static final int NICEST = 19;
  private static final Optional<Niceness> NICENESS = Niceness.ofLinux();

  private ThreadPriority() {}

  /**
   * Lets the calling thread step back behind others of this process, for good.
   *
   * @param steps of niceness: with 3 it gets half of what another thread gets that wants as much,
   *     with 10 a tenth
   * @return whether the system was told; without it the thread goes on as it is
   */
  @SuppressWarnings("ThreadPriorityCheck") // nothing is right or wrong by it, only sooner or later
  public static boolean stepBack(int steps) {
    Thread.currentThread().setPriority(Thread.NORM_PRIORITY - 1);
    return NICENESS.map(niceness -> niceness.raise(steps)).orElse(false);
  }

  /** The C library's calls; on Linux they are about the calling thread alone. */
  private record Niceness(MethodHandle get, MethodHandle set) {
    @SuppressWarnings("restricted") // three numbers in, one out: nothing of Java's is touched
    static Optional<Niceness> ofLinux() {
      if (!System.getProperty("os.name", "").startsWith("Linux")) {
        return Optional.empty();
      }
      Linker linker = Linker.nativeLinker();
      SymbolLookup library = linker.defaultLookup();
      return library
          .find("getpriority")
          .flatMap(get ->
              library
                  .find("setpriority")
                  .map(set ->
                      new Niceness(
                          linker.downcallHandle(get, ints(2)),
                          linker.downcallHandle(set, ints(3)))));
    }

    private static FunctionDescriptor ints(int parameters) {
      ValueLayout.OfInt[] all = new ValueLayout.OfInt[parameters];
      Arrays.fill(all, ValueLayout.JAVA_INT);
      return FunctionDescriptor.of(ValueLayout.JAVA_INT, all);
    }

    int now() {
      try {
        return (int) get.invokeExact(PRIO_PROCESS, THE_CALLING_THREAD);
      } catch (Throwable e) { // declared by invokeExact; C does not throw
        throw new AssertionError(e);
      }
    }

    boolean raise(int steps) {
      int wanted = Math.min(NICEST, now() + steps);
      try {
        return (int) set.invokeExact(PRIO_PROCESS, THE_CALLING_THREAD, wanted) == 0;
      } catch (Throwable e) { // declared by invokeExact; C does not throw
        throw new AssertionError(e);
      }
    }
  }
}
