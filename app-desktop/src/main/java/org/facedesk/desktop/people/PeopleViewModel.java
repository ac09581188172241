package org.facedesk.desktop.people;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.facedesk.admin.Actor;
import org.facedesk.admin.ErasureReason;
import org.facedesk.admin.PeopleSearch.Search;
import org.facedesk.admin.PersonHistory;
import org.facedesk.admin.PersonRow;
import org.facedesk.desktop.people.PeopleScreen.Listing;
import org.facedesk.desktop.people.PeopleScreen.Side;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Listeners;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;

/**
 * The people screen without JavaFX: the operator's intents go in, a {@link PeopleScreen} comes out
 * after every change. Everything here runs on the UI thread; what takes long runs step by step in
 * the background.
 */
public final class PeopleViewModel {
  private final PeopleServices services;
  private final Background background;
  private final SignedIn operator;
  private final ImportWork imports;
  private final Listeners<PeopleScreen> listeners = new Listeners<>();

  private String typed = "";
  private @Nullable Search search;
  private int searchNumber;
  private boolean stepping;
  private Side side = new Side.Nobody();
  private @Nullable String notice;
  private boolean working;
  private @Nullable FaultReport fault;

  public PeopleViewModel(PeopleServices services, Background background, SignedIn operator) {
    this.services = services;
    this.background = background;
    this.operator = operator;
    this.imports = new ImportWork(services, background, this::imported, this::importFailed);
  }

  /**
   * Told after every change, on the UI thread.
   *
   * @return ends it
   */
  public Runnable listen(Consumer<PeopleScreen> listener) {
    listener.accept(screen());
    return listeners.add(listener);
  }

  public PeopleScreen screen() {
    Search now = search;
    Listing listing =
        now == null
            ? new Listing(0, 0, true, false, false)
            : new Listing(
                now.looked(),
                now.total(),
                stepping && !now.everyone(),
                now.everyone() && !now.over(),
                now.full());
    List<PersonRow> rows = now == null ? List.of() : now.found();
    return new PeopleScreen(typed, rows, listing, side, notice, working, fault);
  }

  private void changed() {
    listeners.tell(screen());
  }

  // ==== the list ====

  /** Reads everything again, since others may have changed it. */
  public void refresh() {
    begin(typed);
    if (side instanceof Side.Person person) {
      operator.actor().ifPresent(actor -> open(person.history().user(), actor));
    }
  }

  /** Begins another search; the one before is forgotten. Blank for everyone. */
  public void search(String text) {
    if (!text.equals(typed)) {
      begin(text);
    }
  }

  private void begin(String text) {
    typed = text;
    operator.actor().ifPresent(this::begin);
  }

  private void begin(Actor actor) {
    String text = typed;
    int mine = ++searchNumber;
    stepping = true;
    background.run(
        () -> services.search().begin(text, actor), begun -> found(begun, mine), this::failed);
    changed();
  }

  /** Stops the search; what was found stays. */
  public void stopSearch() {
    searchNumber++;
    stepping = false;
    changed();
  }

  /** Lists the next page of everyone. */
  public void more() {
    Search now = search;
    if (now != null && now.everyone() && !now.over() && !stepping) {
      step(now, searchNumber);
    }
  }

  /** Goes on looking while someone is there to see what is found. */
  private void step(Search now, int number) {
    Optional<Actor> actor = operator.actor();
    stepping = actor.isPresent();
    actor.ifPresent(who ->
        background.run(
            () -> services.search().next(now, who), next -> found(next, number), this::failed));
  }

  private void found(Search now, int number) {
    if (number != searchNumber) {
      return; // something else is searched for by now
    }
    boolean firstPage = now.everyone() && now.looked() == 0 && !now.over();
    search = now;
    stepping = firstPage || (!now.everyone() && !now.over() && !now.full());
    changed();
    if (stepping) {
      step(now, number);
    }
  }

  // ==== one person ====

  public void choose(PersonRow row) {
    notice = null;
    open(row.user(), operator.get());
  }

  private void open(UserRecord user, Actor actor) {
    background.run(() -> person(user, actor), this::opened, this::failed);
  }

  private Side.Person person(UserRecord user, Actor actor) {
    ClientRecord client = services.clients().apply(user.client());
    PersonHistory history = services.histories().of(client, user.externalId(), actor);
    boolean deskOwn = client.id().equals(services.desk().id());
    return new Side.Person(history, HistoryLine.of(history), deskOwn, client.name());
  }

  private void opened(Side.Person person) {
    if (!(side instanceof Side.Importing importing) || importing.over()) {
      side = person;
    }
    working = false;
    changed();
  }

  /** One step back: from a task to the person, from the person to the list. */
  public boolean back() {
    if (fault != null) {
      fault = null;
    } else {
      switch (side) {
        case Side.Nobody nobody -> {
          return false;
        }
        case Side.Renaming(Side.Person person) -> side = person;
        case Side.Erasing(Side.Person person, ErasureReason _) -> side = person;
        case Side.Importing importing when !importing.over() -> {
          return true; // it is stopped by its own button, and not by accident
        }
        case Side.Person _, Side.Erased _, Side.Importing _ -> side = new Side.Nobody();
      }
    }
    changed();
    return true;
  }

  public void beginRename() {
    if (side instanceof Side.Person person) {
      go(new Side.Renaming(person));
    }
  }

  public void rename(String name) {
    if (side instanceof Side.Renaming(Side.Person person)) {
      Actor actor = operator.get();
      UserRecord user = person.history().user();
      work(
          () -> {
            ClientRecord client = services.clients().apply(user.client());
            services.people().rename(client, user.externalId(), name, actor);
            return person(user, actor);
          },
          renamed -> {
            notice = "people.renamed";
            side = renamed;
            begin(typed);
          });
    }
  }

  /**
   * Lets someone who was locked try again.
   *
   * @param supervisor who decided it
   */
  public void unlock(Actor supervisor) {
    if (side instanceof Side.Person person) {
      UserRecord user = person.history().user();
      Actor actor = operator.get();
      work(
          () -> {
            ClientRecord client = services.clients().apply(user.client());
            services.unlocking().unlock(client, user.externalId(), supervisor);
            return person(user, actor);
          },
          unlocked -> {
            notice = "people.unlocked";
            side = unlocked;
          });
    }
  }

  /**
   * Writes a person's data to a file.
   *
   * @param supervisor who decided it
   */
  public void export(Path file, Actor supervisor) {
    if (side instanceof Side.Person person) {
      UserRecord user = person.history().user();
      work(
          () -> {
            ClientRecord client = services.clients().apply(user.client());
            services.export().write(client, user.externalId(), file, supervisor);
            return file;
          },
          written -> notice = "people.exported");
    }
  }

  public void beginErase() {
    if (side instanceof Side.Person person) {
      go(new Side.Erasing(person, null));
    }
  }

  public void chooseReason(ErasureReason reason) {
    if (side instanceof Side.Erasing(Side.Person person, ErasureReason _)) {
      go(new Side.Erasing(person, reason));
    }
  }

  /**
   * Erases for good; nothing happens before a reason was chosen.
   *
   * @param supervisor who decided it
   */
  public void erase(Actor supervisor) {
    if (side instanceof Side.Erasing(Side.Person person, ErasureReason reason) && reason != null) {
      UserRecord user = person.history().user();
      work(
          () -> {
            ClientRecord client = services.clients().apply(user.client());
            return services.people().erase(client, user.externalId(), reason, supervisor);
          },
          receipt -> {
            side = new Side.Erased(receipt, reason);
            begin(typed);
          });
    }
  }

  // ==== a list ====

  /**
   * Imports a list; a list that was imported in part is taken up.
   *
   * @param supervisor who decided it
   */
  public void importFrom(Path file, Actor supervisor) {
    if (side instanceof Side.Importing importing && !importing.over()) {
      return;
    }
    fault = null;
    go(new Side.Importing(file, null, false));
    imports.begin(file, supervisor);
  }

  public void stopImport() {
    imports.stop();
  }

  private void imported(ImportWork.State state) {
    side = new Side.Importing(state.file(), state.progress(), state.stopped());
    changed();
    if (state.over()) {
      begin(typed);
    }
  }

  private void importFailed(FaultReport why) {
    if (side instanceof Side.Importing importing) {
      side =
          importing.progress() == null
              ? new Side.Nobody()
              : new Side.Importing(importing.file(), importing.progress(), true);
    }
    failed(why);
  }

  /** The window closes: what is going on stops after its present step. */
  public void close() {
    imports.stop();
  }

  // ==== common ====

  private void go(Side next) {
    notice = null;
    side = next;
    changed();
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
        },
        this::failed);
    changed();
  }

  public void dismissFault() {
    fault = null;
    changed();
  }

  /** Says that something was done. */
  void said(String key) {
    notice = key;
    changed();
  }

  /** Shows what went wrong until the operator dismisses it. */
  public void failed(FaultReport why) {
    working = false;
    stepping = false;
    fault = why;
    changed();
  }
}
