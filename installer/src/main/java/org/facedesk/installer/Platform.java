package org.facedesk.installer;

import java.util.Locale;

/** A platform an installer is made for, as the libraries call it. */
enum Platform {
  LINUX_X64("linux-x86_64", "linux-x86_64", "linux-x86-64", "linux", "deb"),
  LINUX_ARM64("linux-arm64", "linux-aarch64", "linux-aarch64", "linux", "deb"),
  MAC_ARM64("macosx-arm64", "osx-aarch64", "darwin-aarch64", "mac", "dmg"),
  WINDOWS_X64("windows-x86_64", "win-x86_64", "win32-x86-64", "win", "msi");

  private final String bytedeco;
  private final String djl;
  private final String jna;
  private final String dist;
  private final String installer;

  Platform(String bytedeco, String djl, String jna, String dist, String installer) {
    this.bytedeco = bytedeco;
    this.djl = djl;
    this.jna = jna;
    this.dist = dist;
    this.installer = installer;
  }

  String bytedeco() {
    return bytedeco;
  }

  String djl() {
    return djl;
  }

  String jna() {
    return jna;
  }

  /** Its folder in {@code installer/dist}. */
  String dist() {
    return dist;
  }

  /** What jpackage makes for it unless it is asked for something else. */
  String installer() {
    return installer;
  }

  boolean isLinux() {
    return dist.equals("linux");
  }

  boolean isMac() {
    return dist.equals("mac");
  }

  boolean isWindows() {
    return dist.equals("win");
  }

  /**
   * @throws IllegalStateException on a platform nothing is published for
   */
  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    boolean arm = osArch.equals("aarch64");
    boolean intel = osArch.equals("amd64") || osArch.equals("x86_64");
    if (os.contains("linux") && (arm || intel)) {
      return arm ? LINUX_ARM64 : LINUX_X64;
    }
    if (os.contains("mac") && arm) {
      return MAC_ARM64;
    }
    if (os.contains("windows") && intel) {
      return WINDOWS_X64;
    }
    throw new IllegalStateException("there are no native libraries for " + osName + ", " + osArch);
  }
}
