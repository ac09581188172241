package org.facedesk.faiss;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * Whether this processor can run FAISS as it was compiled.
 *
 * <p>On x86-64 the library uses AVX2. An older processor would end the whole program at the first
 * such instruction, without a word, so it is asked before the library is loaded. On arm64 nothing
 * beyond the base is used.
 */
public final class CpuFeatures {

  /** What {@code -mavx2 -mfma -mf16c -mpopcnt} lets the compiler use, in the spelling of Linux. */
  private static final List<String> NEEDED = List.of("avx2", "fma", "f16c", "popcnt");

  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  private CpuFeatures() {}

  /**
   * Returns if the processor will do, or if there is no way to tell.
   *
   * @throws FaissException naming what is missing
   */
  public static void require() {
    List<String> missing = isX86() ? missing() : List.of();
    if (!missing.isEmpty()) {
      throw new FaissException(refusal(missing));
    }
  }

  static String refusal(List<String> missing) {
    return "FAISS cannot run on this processor: it lacks "
        + String.join(", ", missing).toUpperCase(Locale.ROOT)
        + ". Use a computer whose processor has AVX2 (Intel since 2013, AMD since 2015);"
        + " in a virtual machine, let the host's processor features through.";
  }

  /**
   * What no processor of this /proc/cpuinfo may lack but some does; empty if the text lists no
   * flags at all.
   */
  static List<String> missingIn(String cpuinfo) {
    List<Set<String>> flagsOfEach =
        cpuinfo
            .lines()
            .filter(line -> line.startsWith("flags"))
            .map(line ->
                Set.copyOf(
                    Arrays.asList(line.substring(line.indexOf(':') + 1).trim().split("\\s+"))))
            .toList();
    return NEEDED.stream()
        .filter(feature -> flagsOfEach.stream().anyMatch(flags -> !flags.contains(feature)))
        .toList();
  }

  /**
   * What the Java machine found out about the processor for its own compiler: where there is no
   * /proc/cpuinfo, the best that can be had without native code.
   */
  static List<String> missingByVirtualMachine() {
    List<String> missing = new ArrayList<>();
    if (Integer.parseInt(virtualMachineOption("UseAVX", "2")) < 2) {
      missing.add("avx2");
    }
    if (!Boolean.parseBoolean(virtualMachineOption("UseFMA", "true"))) {
      missing.add("fma");
    }
    return missing;
  }

  private static boolean isX86() {
    return Set.of("amd64", "x86_64").contains(System.getProperty("os.arch", ""));
  }

  private static List<String> missing() {
    try {
      return missingIn(Files.readString(CPUINFO));
    } catch (IOException noSuchFile) {
      return missingByVirtualMachine();
    }
  }

  /**
   * The value unless somebody set it on the command line, which says nothing about the processor.
   */
  static String virtualMachineOption(String name, String otherwise) {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      Object option =
          server.invoke(
              new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
              "getVMOption",
              new Object[] {name},
              new String[] {String.class.getName()});
      if (option instanceof CompositeData data && "DEFAULT".equals(data.get("origin"))) {
        return String.valueOf(data.get("value"));
      }
      return otherwise;
    } catch (JMException | JMRuntimeException notHotSpot) {
      return otherwise;
    }
  }
}
