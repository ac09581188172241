package org.facedesk.desktop.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facedesk.capture.camera.Cameras;
import org.facedesk.capture.practice.PracticeClip;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.gallery.faiss.ExactIndex;
import org.facedesk.server.ServerSettings;
import org.facedesk.server.security.TlsCertificate;
import org.facedesk.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: what works on this machine. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Says what works on this machine: engine, index, store, camera, port, certificate.")
final class DoctorCommand implements Callable<Integer> {
  @Mixin private StationOptions station = new StationOptions();
  @Mixin private JsonOption json = new JsonOption();

  @Mixin private ServerOptions server = new ServerOptions();

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  /** What a check found out; throws when something does not work. */
  private interface Check {
    String look();
  }

  @Override
  public Integer call() {
    Map<String, Check> checks = new LinkedHashMap<>();
    checks.put("java", () -> Runtime.version() + ", " + System.getProperty("os.arch"));
    checks.put("engine", DoctorCommand::engine);
    checks.put("index", DoctorCommand::index);
    checks.put("store", this::store);
    checks.put("camera", DoctorCommand::camera);
    checks.put("port", this::port);
    checks.put("tls", this::certificate);
    PrintWriter out = Output.of(spec);
    boolean allWell = true;
    for (Map.Entry<String, Check> check : checks.entrySet()) {
      Map<String, Object> finding = finding(check.getKey(), check.getValue());
      boolean well = Boolean.TRUE.equals(finding.get("ok"));
      // the station works without a camera, for remote clients
      allWell &= well || check.getKey().equals("camera");
      if (json.wanted()) {
        json.print(out, finding);
      } else {
        out.printf(
            "%-8s %-8s %s%n", check.getKey(), well ? "works" : "MISSING", finding.get("detail"));
        if (!well) {
          out.printf("%-17s %s%n", "", finding.get("remedy"));
        }
      }
    }
    return allWell ? Main.DONE : Main.FAULT;
  }

  private static Map<String, Object> finding(String name, Check check) {
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("check", name);
    try {
      String detail = check.look();
      finding.put("ok", true);
      finding.put("detail", detail);
    } catch (FacedeskException e) {
      finding.put("ok", false);
      finding.put("detail", e.getMessage());
      finding.put("code", e.code().name());
      finding.put("remedy", e.code().remedy());
    }
    return finding;
  }

  private static String engine() {
    long start = System.nanoTime();
    try (Engine engine = Engine.open()) {
      return engine(engine)
          + ", %d ms from cold".formatted((System.nanoTime() - start) / 1_000_000);
    }
  }

  /** Whether an engine sees and embeds the practice head. */
  static String engine(Engine engine) {
    try (PracticeClip clip = new PracticeClip(10, 1)) {
      Frame frame = clip.next().orElseThrow();
      FrameAnalysis analysis = engine.analyzer().analyze(frame);
      Face face = analysis.face();
      if (face == null) {
        throw new FacedeskException(
            ErrorCode.INTERNAL, "the engine does not see the practice head");
      }
      engine.analyzer().embed(frame, face.landmarks(), true);
      return "models intact, a face found and embedded";
    }
  }

  static String index() {
    float[] axis = new float[128];
    axis[7] = 1;
    try (ExactIndex index = new ExactIndex(axis.length)) {
      index.add(1, axis);
      if (index.nearest(axis, 1).getFirst().id() != 1) {
        throw new FacedeskException(ErrorCode.INTERNAL, "the index does not find what it holds");
      }
      return "FAISS found what was put in";
    }
  }

  private String store() {
    Path folder = station.dataFolder();
    Optional<RunningStation> running = RunningStation.find(folder);
    if (running.isPresent()) {
      running.get().close();
      return "in use by the station that is running on " + folder;
    }
    try (Store store = station.open(folder)) {
      return "%s, %d people enrolled".formatted(store.description(), store.users().enrolled());
    }
  }

  private static String camera() {
    List<String> names = new ArrayList<>();
    try (Cameras cameras = new Cameras()) {
      cameras.list().forEach(camera -> names.add(camera.name()));
    }
    if (names.isEmpty()) {
      throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "no camera was found");
    }
    return String.join(", ", names);
  }

  /** Whether the certificate that would be used can be, and how long it lasts. */
  private String certificate() {
    ServerSettings settings = server.settings(station.dataFolder());
    @Nullable TlsCertificate certificate =
        switch (settings.tls()) {
          case ServerSettings.Tls.Pem pem -> TlsCertificate.fromPem(pem.certificates(), pem.key());
          case ServerSettings.Tls.Pkcs12 keys ->
              TlsCertificate.fromPkcs12(keys.file(), keys.password());
          default -> null;
        };
    if (certificate == null) {
      return "no certificate given; off this computer the station makes its own";
    }
    if (Instant.now().isAfter(certificate.ends())) {
      throw new FacedeskException(
          ErrorCode.SETTINGS_INVALID, "the certificate ended at " + certificate.ends());
    }
    return "certificate good until %s, SHA-256 %s"
        .formatted(certificate.ends(), certificate.fingerprint());
  }

  private String port() {
    int port = server.checkedPort();
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return port + " is free";
    } catch (IOException e) {
      throw new FacedeskException(ErrorCode.PORT_IN_USE, "port " + port + " is taken", e);
    }
  }
}
