package org.facedesk.desktop.clients;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.facedesk.admin.Actor;
import org.facedesk.admin.ClientAdministration;
import org.facedesk.admin.ClientChange;
import org.facedesk.admin.ClientOptions;
import org.facedesk.admin.ClientOverview;
import org.facedesk.admin.CreatedClient;
import org.facedesk.admin.WebhookAdministration;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.clients.ClientsScreen.Side;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Listeners;
import org.facedesk.desktop.ui.SignedIn;
import org.jspecify.annotations.Nullable;

/** The clients screen without JavaFX. Everything here runs on the UI thread. */
public final class ClientsViewModel {
  private final ClientsServices services;
  private final Background background;
  private final SignedIn operator;
  private final Listeners<ClientsScreen> listeners = new Listeners<>();

  private List<ClientOverview> rows = List.of();
  private boolean asked;
  private Side side = new Side.Nothing();
  private boolean working;
  private @Nullable String notice;
  private @Nullable FaultReport fault;

  public ClientsViewModel(ClientsServices services, Background background, SignedIn operator) {
    this.services = services;
    this.background = background;
    this.operator = operator;
  }

  /**
   * Told after every change, on the UI thread.
   *
   * @return ends it
   */
  public Runnable listen(Consumer<ClientsScreen> listener) {
    listener.accept(screen());
    return listeners.add(listener);
  }

  public ClientsScreen screen() {
    return new ClientsScreen(rows, asked, side, working, notice, fault);
  }

  private void changed() {
    listeners.tell(screen());
  }

  /** Reads everything again, if someone is there to see it. */
  public void refresh() {
    operator
        .actor()
        .map(services.clients()::as)
        .ifPresent(clients -> background.run(clients::overview, this::listed, this::failed));
  }

  private void listed(List<ClientOverview> now) {
    asked = true;
    rows = now;
    if (side instanceof Side.Details(ClientOverview shown)) {
      side =
          now.stream()
              .filter(row -> row.client().id().equals(shown.client().id()))
              .findFirst()
              .<Side>map(Side.Details::new)
              .orElseGet(Side.Nothing::new);
    }
    changed();
  }

  private ClientAdministration clients() {
    return services.clients().as(operator.get());
  }

  // ==== what stands beside the table ====

  public void choose(ClientOverview row) {
    if (!(side instanceof Side.Credentials)) { // they would be lost
      go(new Side.Details(row));
    }
  }

  public void beginCreate() {
    if (!(side instanceof Side.Credentials)) {
      go(new Side.Form(null, ClientForm.EMPTY));
    }
  }

  public void beginChange() {
    if (side instanceof Side.Details(ClientOverview client)) {
      go(new Side.Form(client, ClientForm.of(client)));
    }
  }

  /**
   * One step back.
   *
   * @return false if there is nothing to step back from
   */
  public boolean back() {
    if (fault != null) {
      fault = null;
      changed();
      return true;
    }
    if (side instanceof Side.Nothing) {
      return false;
    }
    go(
        side instanceof Side.Form(ClientOverview client, ClientForm _) && client != null
            ? new Side.Details(client)
            : new Side.Nothing());
    return true;
  }

  /** Key and secret do not wait on a screen that nobody looks at. */
  public void forget() {
    if (side instanceof Side.Credentials) {
      go(new Side.Nothing());
    }
  }

  private void go(Side next) {
    notice = null;
    side = next;
    changed();
  }

  // ==== what is done ====

  /** Creates a client, or changes the one the form is about. */
  public void save(ClientForm form) {
    if (side instanceof Side.Form(ClientOverview client, ClientForm _)) {
      if (client == null) {
        create(form);
      } else {
        change(client, form);
      }
    }
  }

  private void create(ClientForm form) {
    Actor actor = operator.get();
    ClientAdministration clients = clients();
    ClientOptions options =
        new ClientOptions(
            form.envelope(),
            form.strict(),
            form.deskGallery(),
            form.originList(),
            form.limitNumber());
    String webhook = form.webhook().strip();
    work(
        () -> {
          if (!webhook.isEmpty()) {
            WebhookAdministration.checked(webhook); // before there is a client to lose
          }
          CreatedClient created = clients.create(form.name(), options);
          return new Made(created, webhookSet(created, webhook, actor));
        },
        made -> {
          side = new Side.Credentials(form.name().strip(), made.client());
          fault = made.fault();
        });
  }

  /** There is a client by now, and its secret is shown whatever became of the webhook. */
  private @Nullable FaultReport webhookSet(CreatedClient created, String url, Actor actor) {
    if (url.isEmpty()) {
      return null;
    }
    try {
      services.webhooks().apply(actor).set(created.clientId(), url);
      return null;
    } catch (FacedeskException why) {
      return background.report(why);
    }
  }

  private record Made(CreatedClient client, @Nullable FaultReport fault) {}

  private void change(ClientOverview client, ClientForm form) {
    Actor actor = operator.get();
    ClientAdministration clients = clients();
    String id = client.client().clientId();
    ClientChange change =
        new ClientChange(
            form.name(), form.envelope(), form.strict(), form.originList(), form.limitNumber());
    String webhook = form.webhook().strip();
    work(
        () -> {
          clients.update(id, change);
          if (webhook.isEmpty()) {
            services.webhooks().apply(actor).remove(id);
          } else if (!webhook.equals(client.webhook().orElse(""))) {
            services.webhooks().apply(actor).set(id, webhook);
          }
          return id;
        },
        done -> {
          notice = "clients.changed";
          side = new Side.Details(client);
        });
  }

  /** Gives the client that is shown new credentials. */
  public void rotate() {
    if (side instanceof Side.Details(ClientOverview client)) {
      ClientAdministration clients = clients();
      work(
          () -> clients.rotate(client.client().clientId()),
          created -> side = new Side.Credentials(client.client().name(), created));
    }
  }

  /** Shuts the client that is shown out for good. */
  public void revoke() {
    if (side instanceof Side.Details(ClientOverview client)) {
      ClientAdministration clients = clients();
      work(() -> clients.revoke(client.client().clientId()), done -> notice = "clients.revoked");
    }
  }

  private <T> void work(Callable<T> task, Consumer<T> then) {
    if (working) {
      return;
    }
    working = true;
    notice = null;
    background.run(
        task,
        result -> {
          working = false;
          then.accept(result);
          changed();
          refresh();
        },
        why -> {
          failed(why);
          refresh(); // a part of it may have been done
        });
    changed();
  }

  public void dismissFault() {
    fault = null;
    changed();
  }

  private void failed(FaultReport why) {
    working = false;
    fault = why;
    changed();
  }
}
