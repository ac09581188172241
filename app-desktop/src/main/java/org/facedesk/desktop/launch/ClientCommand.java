package org.facedesk.desktop.launch;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facedesk.admin.ClientOptions;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code client create|list|update|rotate|unlock|webhook|revoke}: API clients, whether or not a
 * station is running on the data folder.
 */
@Command(
    name = "client",
    mixinStandardHelpOptions = true,
    description = "Creates, lists, changes and revokes API clients.",
    subcommands = {
      ClientCommand.Create.class,
      ClientCommand.ListAll.class,
      ClientChangeCommands.Update.class,
      ClientChangeCommands.Rotate.class,
      ClientChangeCommands.Unlock.class,
      ClientCommand.Revoke.class,
      ClientCommand.Webhook.class
    })
final class ClientCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "Say create, list, update, rotate, unlock, webhook or revoke; see --help.");
    }
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Creates a client; its key and secret are shown this once.")
  static final class Create implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "What people call it.")
    private String name = "";

    @Option(
        names = "--envelope",
        paramLabel = "KEY",
        description = "api_key, secret_key or double (default: api_key).")
    private ClientRecord.Envelope envelope = ClientRecord.Envelope.API_KEY;

    @Option(
        names = "--origin",
        paramLabel = "URL",
        description = "A page that may call for this client, https://app.example; repeatable.")
    private List<String> origins = List.of();

    @Option(
        names = "--strict",
        description = "Results as JWE only, and no identity in clear beside them.")
    private boolean strict;

    @Option(
        names = "--desk-gallery",
        description = "Search its people together with the desk's, instead of apart.")
    private boolean deskGallery;

    @Mixin private StationOptions station = new StationOptions();
    @Mixin private JsonOption json = new JsonOption();
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
      ClientOptions options = new ClientOptions(envelope, strict, deskGallery, origins);
      try (Administration administration = Administration.of(station)) {
        showCredentials(Output.of(spec), json, administration.createClient(name, options));
      }
      return Main.DONE;
    }
  }

  static void showCredentials(PrintWriter out, JsonOption json, Map<String, Object> credentials) {
    if (json.wanted()) {
      json.print(out, credentials);
    } else {
      credentials.forEach((key, value) -> out.printf("%-11s %s%n", key, value));
      out.println("Keep the key and the secret now; they are not shown again.");
    }
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the clients.")
  static final class ListAll implements Callable<Integer> {
    @Mixin private StationOptions station = new StationOptions();
    @Mixin private JsonOption json = new JsonOption();
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = Output.of(spec);
      try (Administration administration = Administration.of(station)) {
        List<Map<String, Object>> clients = administration.clients();
        for (Map<String, Object> client : clients) {
          if (json.wanted()) {
            json.print(out, client);
          } else {
            out.printf(
                "%-32s %-8s %s%n",
                client.get("client_id"),
                String.valueOf(client.get("status")).toLowerCase(Locale.ROOT),
                client.get("name"));
          }
        }
      }
      return Main.DONE;
    }
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Revokes a client; its key stops working at once.")
  static final class Revoke implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CLIENT_ID", description = "As list shows it.")
    private String clientId = "";

    @Mixin private StationOptions station = new StationOptions();
    @Mixin private JsonOption json = new JsonOption();
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = Output.of(spec);
      try (Administration administration = Administration.of(station)) {
        if (!administration.revokeClient(clientId)) {
          throw new FacedeskException(
              ErrorCode.NOT_FOUND, "there is no client " + clientId + " that is not revoked");
        }
        if (json.wanted()) {
          json.print(out, Map.of("client_id", clientId, "revoked", true));
        } else {
          out.println("revoked " + clientId);
        }
      }
      return Main.DONE;
    }
  }

  @Command(
      name = "webhook",
      mixinStandardHelpOptions = true,
      description =
          "Sets where a client is told of the ends of its sessions; without URL, nowhere.")
  static final class Webhook implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CLIENT_ID", description = "As list shows it.")
    private String clientId = "";

    @Parameters(
        index = "1",
        paramLabel = "URL",
        arity = "0..1",
        description = "https, or http on this computer.")
    private String url = "";

    @Mixin private StationOptions station = new StationOptions();
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
      try (Administration administration = Administration.of(station)) {
        administration.setWebhook(clientId, url);
        Output.of(spec).println(url.isEmpty() ? "no webhook" : "webhook set");
      }
      return Main.DONE;
    }
  }
}
