package org.facedesk.desktop.launch;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facedesk.admin.ClientChange;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code client update|rotate|unlock}: an API client that goes on under other terms. */
final class ClientChangeCommands {
  private ClientChangeCommands() {}

  @Command(
      name = "update",
      mixinStandardHelpOptions = true,
      description = "Changes how a client is served; what is not named stays as it is.")
  static final class Update implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CLIENT_ID", description = "As list shows it.")
    private String clientId = "";

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

    @Mixin private StationOptions station = new StationOptions();
    @Mixin private JsonOption json = new JsonOption();
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = Output.of(spec);
      List<String> pages = noOrigins ? List.<String>of() : origins;
      try (Administration administration = Administration.of(station)) {
        Map<String, Object> client =
            administration.updateClient(clientId, new ClientChange(name, envelope, strict, pages));
        if (json.wanted()) {
          json.print(out, client);
        } else {
          client.forEach((key, value) -> out.printf("%-12s %s%n", key, value));
        }
      }
      return Main.DONE;
    }
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description =
          "Gives a client a new key and secret; the old ones, and what was got with them, end at once.")
  static final class Rotate implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CLIENT_ID", description = "As list shows it.")
    private String clientId = "";

    @Mixin private StationOptions station = new StationOptions();
    @Mixin private JsonOption json = new JsonOption();
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
      try (Administration administration = Administration.of(station)) {
        ClientCommand.showCredentials(Output.of(spec), json, administration.rotateClient(clientId));
      }
      return Main.DONE;
    }
  }

  @Command(
      name = "unlock",
      mixinStandardHelpOptions = true,
      description = "Lets a client's user try again who was locked after too many failed attempts.")
  static final class Unlock implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CLIENT_ID", description = "As list shows it.")
    private String clientId = "";

    @Parameters(index = "1", paramLabel = "USER_ID", description = "As the client calls the user.")
    private String userId = "";

    @Mixin private StationOptions station = new StationOptions();
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
      try (Administration administration = Administration.of(station)) {
        administration.unlockUser(clientId, userId);
      }
      Output.of(spec).println("unlocked");
      return Main.DONE;
    }
  }
}
