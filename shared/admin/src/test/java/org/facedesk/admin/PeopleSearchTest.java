package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.NOON;

import java.nio.file.Path;
import java.util.UUID;
import org.facedesk.admin.PeopleSearch.Search;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.ClientRecord.Envelope;
import org.facedesk.store.Clients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // before each test
class PeopleSearchTest {
  private static final Actor OPERATOR = Actor.operator(UUID.randomUUID(), Role.OPERATOR);

  private Fixture station;
  private PeopleAdministration people;
  private PeopleSearch search;
  private ClientRecord desk;

  @BeforeEach
  void open(@TempDir Path folder) {
    station = new Fixture(folder);
    people = new PeopleAdministration(station.store, station.gallery, station.clock);
    search = new PeopleSearch(station.store);
    desk = station.store.clients().byId(Clients.DESK).orElseThrow();
  }

  @AfterEach
  void close() {
    station.close();
  }

  private void person(ClientRecord client, String id, String name) {
    station.now = station.now.plusSeconds(1);
    String profile = PersonName.in("{}", name);
    people.create(client, new NewPerson(id, profile, "{}", true), OPERATOR);
  }

  private Search all(String typed) {
    Search state = search.begin(typed, OPERATOR);
    while (!state.over() && !state.full()) {
      state = search.next(state, OPERATOR);
    }
    return state;
  }

  private static Iterable<String> ids(Search state) {
    return state.found().stream().map(row -> row.user().externalId()).toList();
  }

  @Test
  void aNameIsFoundWithoutItsAccentsAndInAnyOrderOfItsWords() {
    person(desk, "E-1", "Zoë Ångström");
    person(desk, "E-2", "Ada Lovelace");
    person(desk, "E-3", "عائشة بنت أحمد");
    assertThat(ids(all("angstrom zo"))).containsExactly("E-1");
    assertThat(ids(all("LOVE"))).containsExactly("E-2");
    assertThat(ids(all("احمد"))).containsExactly("E-3");
    assertThat(ids(all("nobody"))).isEmpty();
  }

  @Test
  void aPartOfAnIdIsFound() {
    person(desk, "emp-1024", "Ada");
    person(desk, "emp-2048", "Bob");
    assertThat(ids(all("1024"))).containsExactly("emp-1024");
    assertThat(ids(all("EMP"))).containsExactly("emp-2048", "emp-1024");
  }

  @Test
  void whoHasExactlyThisIdIsFoundBeforeAnyoneIsLookedAt() {
    person(desk, "17", "Ada");
    person(desk, "170", "Bob");
    Search begun = search.begin(" 17 ", OPERATOR);
    assertThat(ids(begun)).containsExactly("17");
    assertThat(begun.looked()).isZero();
    assertThat(ids(all("17"))).containsExactly("17", "170");
  }

  @Test
  void everyoneIsListedPageByPageNewestFirst() {
    for (int i = 0; i < PeopleSearch.PAGE + 5; i++) {
      person(desk, "p" + i, "");
    }
    Search first = search.next(search.begin("", OPERATOR), OPERATOR);
    assertThat(first.found()).hasSize(PeopleSearch.PAGE);
    assertThat(first.total()).isEqualTo(PeopleSearch.PAGE + 5);
    assertThat(first.over()).isFalse();
    person(desk, "newer", "");
    Search second = search.next(first, OPERATOR);
    assertThat(second.found()).hasSize(PeopleSearch.PAGE + 5).doesNotHaveDuplicates();
    assertThat(second.over()).isTrue();
    assertThat(search.next(second, OPERATOR)).isSameAs(second);
  }

  @Test
  void aSearchThatFindsTooManyStops() {
    station.store.inTransaction(tx -> {
      for (int i = 0; i < 520; i++) {
        tx.users().insert(new PersonRecords(() -> NOON).made(desk, NewPerson.of("many" + i)));
      }
      return true;
    });
    Search state = all("many");
    assertThat(state.full()).isTrue();
    assertThat(state.found()).hasSizeGreaterThanOrEqualTo(PeopleSearch.MOST_FOUND);
  }

  @Test
  void peopleOfTheDesksGalleryAreSeenAndNoOthers() {
    CreatedClient near =
        new ClientAdministration(station.store, station.clock)
            .create("kiosk", new ClientOptions(Envelope.API_KEY, false, true));
    person(station.store.clients().byClientId(near.clientId()).orElseThrow(), "k-1", "Kim");
    person(station.client(), "far-1", "Kim");
    assertThat(ids(all("kim"))).containsExactly("k-1");
    assertThat(ids(all("far-1"))).isEmpty();
  }

  @Test
  void anEmptyDeskIsLookedThroughAtOnce() {
    Search state = search.begin("", OPERATOR);
    assertThat(state.over()).isTrue();
    assertThat(state.total()).isZero();
  }
}
