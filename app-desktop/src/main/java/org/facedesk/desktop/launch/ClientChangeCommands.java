package org.facedesk.desktop.launch;

import java.util.List;
import java.util.Map;
import org.facedesk.admin.ClientChange;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code client update|rotate|unlock|webhook}: an API client that goes on under other terms. */
final class ClientChangeCommands {
  private ClientChangeCommands() {}

  /** A command about one client. */
  abstract static class OfClient extends AdministrativeCommand {
    @Parameters(index = "0", paramLabel = "CLIENT_ID", description = "As list shows it.")
    private String clientId = "";

    String clientId() {
      return clientId;
    }
  }

  @Command(
      name = "update",
      mixinStandardHelpOptions = true,
      description = "Changes how a client is served; what is not named stays as it is.")
  static final class Update extends OfClient {
    @Option(names = "--name", paramLabel = "NAME", description = "What people call it.")
    private @Nullable String name;

    @Option(
        names = "--origin",
        paramLabel = "URL",
        description =
            "A page that may call for this client; repeatable, and in place of those it has.")
    private @Nullable List<String> origins;

    @Option(names = "--no-origins", description = "No page of another site may call for it.")
    private boolean noOrigins;

    @Option(
        names = "--envelope",
        paramLabel = "KEY",
        description = "api_key, secret_key or double.")
    private ClientRecord.@Nullable Envelope envelope;

    @Option(
        names = "--strict",
        negatable = true,
        description = "Results as JWE only, and no identity in clear beside them.")
    private @Nullable Boolean strict;

    @Option(
        names = "--open-sessions",
        paramLabel = "NUMBER",
        description = "How many of its sessions may wait at a time; 0 for the station's limit.")
    private @Nullable Integer openSessions;

    @Override
    int perform(Administration administration) {
      List<String> pages = noOrigins ? List.<String>of() : origins;
      row(
          administration.updateClient(
              clientId(), new ClientChange(name, envelope, strict, pages, openSessions)));
      return Main.DONE;
    }
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description =
          "Gives a client a new key and secret; the old ones, and what was got with them, end at once.")
  static final class Rotate extends OfClient {
    @Override
    int perform(Administration administration) {
      credentials(administration.rotateClient(clientId()));
      return Main.DONE;
    }
  }

  @Command(
      name = "unlock",
      mixinStandardHelpOptions = true,
      description = "Lets a client's user try again who was locked after too many failed attempts.")
  static final class Unlock extends OfClient {
    @Parameters(index = "1", paramLabel = "USER_ID", description = "As the client calls the user.")
    private String userId = "";

    @Override
    int perform(Administration administration) {
      administration.unlockUser(clientId(), userId);
      answer(Map.of("unlocked", true), "unlocked");
      return Main.DONE;
    }
  }

  @Command(
      name = "webhook",
      mixinStandardHelpOptions = true,
      description =
          "Sets where a client is told of the ends of its sessions; without URL, nowhere.")
  static final class Webhook extends OfClient {
    @Parameters(
        index = "1",
        paramLabel = "URL",
        arity = "0..1",
        description = "https, or http on this computer.")
    private String url = "";

    @Override
    int perform(Administration administration) {
      administration.setWebhook(clientId(), url);
      answer(Map.of("webhook", !url.isEmpty()), url.isEmpty() ? "no webhook" : "webhook set");
      return Main.DONE;
    }
  }
}
