package org.facedesk.desktop.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.facedesk.admin.Actor;
import org.facedesk.admin.Role;
import org.facedesk.admin.SettingsAdministration;
import org.facedesk.desktop.settings.About;
import org.facedesk.desktop.settings.DeskCameras;
import org.facedesk.desktop.settings.ServerStanding;
import org.facedesk.desktop.settings.SettingsServices;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.store.jdbc.StoreCheck;
import org.facedesk.store.jdbc.StoreLocation;

/** What the settings screen of a running station stands on. */
final class SettingsDesk {
  private SettingsDesk() {}

  static SettingsServices of(Station running, DeskCameras cameras) {
    return new SettingsServices(
        running.settings(),
        new SettingsAdministration(running.settings(), running.store().audit()),
        cameras,
        SettingsDesk::tryStore,
        () -> standing(running),
        actor -> again(running, actor),
        () -> about(running),
        new DiagnosticsBundle(
            running.folder(), running.settings(), findings(running, cameras), running::counters));
  }

  private static String tryStore(String address, String user, String password) {
    return StoreCheck.look(
        new StoreLocation.Shared(address, user.isEmpty() ? null : user, password.toCharArray()));
  }

  private static ServerStanding again(Station running, Actor actor) {
    actor.require(Role.ADMINISTRATOR);
    running.openServerAgain();
    return standing(running);
  }

  private static ServerStanding standing(Station running) {
    return running
        .address()
        .map(address ->
            new ServerStanding(
                address.url(), Objects.requireNonNullElse(address.fingerprint(), "")))
        .orElseGet(
            () -> new ServerStanding("", "", running.refusal().map(FaultReport::of).orElse(null)));
  }

  private static Map<String, Supplier<String>> findings(Station running, DeskCameras cameras) {
    Map<String, Supplier<String>> findings = new LinkedHashMap<>();
    findings.put("engine", () -> DoctorCommand.engine(running.engine()));
    findings.put("index", DoctorCommand::index);
    findings.put(
        "store",
        () ->
            (running.store().available() ? "answers" : "DOES NOT ANSWER")
                + ", %d people enrolled, %d sessions open"
                    .formatted(running.store().users().enrolled(), running.sessions().open()));
    findings.put("cameras", () -> cameras.names().size() + " plugged in");
    findings.put(
        "server",
        () ->
            running
                .address()
                .map(address ->
                    "listens on port " + address.port() + (address.encrypted() ? ", TLS" : ""))
                .or(() -> running.refusal().map(why -> "DOES NOT LISTEN: " + why.code().name()))
                .orElse("off"));
    return findings;
  }

  private static About about(Station running) {
    return new About(
        List.of(
            new About.Line("version", Version.text()),
            new About.Line("java", Runtime.version() + ", " + System.getProperty("java.vendor")),
            new About.Line(
                "system",
                "%s %s, %s"
                    .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"))),
            new About.Line("folder", running.folder().toString()),
            new About.Line("store", running.store().description()),
            new About.Line("model", running.engine().analyzer().modelId())),
        parts());
  }

  /** The installer's own list: jar, name, licence, whose it is. */
  private static List<About.Part> parts() {
    try (InputStream in =
            Objects.requireNonNull(SettingsDesk.class.getResourceAsStream("parts.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(";", -1))
          .map(part -> new About.Part(part[1].strip(), part[2].strip(), part[3].strip()))
          .sorted(Comparator.comparing(About.Part::name, String.CASE_INSENSITIVE_ORDER))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
