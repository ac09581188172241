package org.facedesk.desktop.launch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facedesk.admin.ClientOptions;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
      ClientChangeCommands.Webhook.class
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
  static final class Create extends AdministrativeCommand {
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

    @Override
    int perform(Administration administration) {
      ClientOptions options = new ClientOptions(envelope, strict, deskGallery, origins);
      credentials(administration.createClient(name, options));
      return Main.DONE;
    }
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the clients.")
  static final class ListAll extends AdministrativeCommand {
    @Override
    int perform(Administration administration) {
      for (Map<String, Object> client : administration.clients()) {
        answer(
            client,
            "%-32s %-8s %s"
                .formatted(
                    client.get("client_id"),
                    String.valueOf(client.get("status")).toLowerCase(Locale.ROOT),
                    client.get("name")));
      }
      return Main.DONE;
    }
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Revokes a client; its key stops working at once.")
  static final class Revoke extends AdministrativeCommand {
    @Parameters(index = "0", paramLabel = "CLIENT_ID", description = "As list shows it.")
    private String clientId = "";

    @Override
    int perform(Administration administration) {
      if (!administration.revokeClient(clientId)) {
        throw new FacedeskException(
            ErrorCode.NOT_FOUND, "there is no client " + clientId + " that is not revoked");
      }
      answer(Map.of("client_id", clientId, "revoked", true), "revoked " + clientId);
      return Main.DONE;
    }
  }
}
