package org.facedesk.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;

/**
 * The people of the desk's gallery, listed and searched by id or name.
 *
 * <p>Ids and names lie sealed in the store, so the database cannot search them: a whole id is found
 * by its HMAC at once, everything else by opening records page by page. Each step looks at a few
 * hundred people, tells what it found, and leaves it to the caller to take the next one or to stop.
 * Safe for many threads.
 */
public final class PeopleSearch {
  /** So many are shown at a time. */
  public static final int PAGE = 100;

  /** A search stops here; more would not be read. */
  public static final int MOST_FOUND = 200;

  private static final int STEP = 500;

  private final Store store;

  public PeopleSearch(Store store) {
    this.store = store;
  }

  /**
   * How far a search is. Immutable.
   *
   * @param typed what is searched for; blank for everyone
   * @param found so far, newest first, after the one whose id it is
   * @param looked how many people were looked at
   * @param total how many there were when it began
   * @param over whether everyone was looked at
   */
  public record Search(
      String typed,
      List<UUID> clients,
      List<PersonRow> found,
      int looked,
      int total,
      @Nullable UserRecord last,
      boolean over) {

    public Search {
      clients = List.copyOf(clients);
      found = List.copyOf(found);
    }

    /** Whether this is the list of everyone, page by page. */
    public boolean everyone() {
      return typed.isBlank();
    }

    /** Whether there would be more to find than is worth showing. */
    public boolean full() {
      return !everyone() && !over && found.size() >= MOST_FOUND;
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
      return "Search[" + looked + " of " + total + "]";
    }
  }

  /** Begins a search; who has exactly this id is found already. */
  public Search begin(String typed, Actor actor) {
    actor.require(Role.OPERATOR);
    List<UUID> clients = gallery().map(ClientRecord::id).toList();
    int total = clients.stream().mapToInt(store.users()::count).sum();
    String id = typed.strip();
    List<PersonRow> exact =
        id.isEmpty()
            ? List.of()
            : clients.stream()
                .map(client -> store.users().byExternalId(client, id))
                .flatMap(Optional::stream)
                .map(PersonRow::of)
                .toList();
    return new Search(typed, clients, exact, 0, total, null, total == 0);
  }

  /** Looks at the next few hundred people, or lists the next page; nothing happens at the end. */
  public Search next(Search search, Actor actor) {
    actor.require(Role.OPERATOR);
    if (search.over() || search.full()) {
      return search;
    }
    int step = search.everyone() ? PAGE : STEP;
    List<UserRecord> people = store.users().following(search.clients(), search.last(), step);
    List<PersonRow> found = new ArrayList<>(search.found());
    List<String> words = words(search.typed());
    for (UserRecord user : people) {
      PersonRow row = PersonRow.of(user);
      boolean already = found.stream().limit(search.clients().size()).anyMatch(row::equals);
      if (!already && matches(row, words)) {
        found.add(row);
      }
    }
    return new Search(
        search.typed(),
        search.clients(),
        found,
        search.looked() + people.size(),
        search.total(),
        people.isEmpty() ? search.last() : people.getLast(),
        people.size() < step);
  }

  private static List<String> words(String typed) {
    return Arrays.stream(PersonName.folded(typed).split("\\s+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static boolean matches(PersonRow row, List<String> words) {
    String all = PersonName.folded(row.user().externalId() + " " + row.name());
    return words.stream().allMatch(all::contains);
  }

  /** The clients whose people the desk knows; the desk first. */
  private Stream<ClientRecord> gallery() {
    return store.clients().all().stream().filter(client -> client.gallery().equals(Clients.DESK));
  }
}
