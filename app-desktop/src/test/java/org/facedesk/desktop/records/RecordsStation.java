package org.facedesk.desktop.records;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.facedesk.admin.Actor;
import org.facedesk.admin.NewPerson;
import org.facedesk.admin.Operator;
import org.facedesk.admin.PeopleAdministration;
import org.facedesk.admin.Role;
import org.facedesk.desktop.ui.Appearance;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.Navigation;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.desktop.ui.Vouching;
import org.facedesk.gallery.Candidate;
import org.facedesk.gallery.Gallery;
import org.facedesk.gallery.GalleryEntry;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.facedesk.store.seal.StationKey;
import org.jspecify.annotations.Nullable;

/** A store in memory with use cases over it, and a window's surroundings that agree to all. */
public final class RecordsStation implements AutoCloseable {
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  public final Store store =
      JdbcStore.open(new StoreLocation.Memory(), new StationKey(new byte[StationKey.LENGTH]));
  public final ClientRecord desk = store.clients().byId(Clients.DESK).orElseThrow();
  public final SignedIn signedIn;

  /** What was asked in dialogs, and where the operator was sent. */
  public final List<String> asked = new ArrayList<>();

  public final List<String> went = new ArrayList<>();

  /** What the file picker answers. */
  public @Nullable Path file;

  private Instant now = NOON;
  public final InstantSource clock = () -> now;
  public final PeopleAdministration people =
      new PeopleAdministration(store, new NoGallery(), clock);

  public RecordsStation(Role role) {
    signedIn = new SignedIn(new Operator(UUID.randomUUID(), "Grace", role));
  }

  public Actor actor() {
    return signedIn.get();
  }

  public UserRecord person(String id, String name) {
    return person(desk, id, name);
  }

  public UserRecord person(ClientRecord client, String id, String name) {
    now = now.plusSeconds(1);
    String profile = name.isEmpty() ? "{}" : "{\"name\":\"" + name + "\"}";
    return people.create(client, new NewPerson(id, profile, "{}", true), Actor.STATION);
  }

  public ClientRecord client(UUID id) {
    return store.clients().byId(id).orElseThrow();
  }

  /** Everything at once, on the calling thread. */
  public static Background atOnce() {
    return new Background(Runnable::run, Runnable::run);
  }

  public Surroundings around(Background background) {
    return new Surroundings(
        signedIn,
        background,
        new Agreeing(),
        new Files(),
        new Ways(),
        new English(),
        new Vouched());
  }

  @Override
  public void close() {
    store.close();
  }

  private final class Agreeing implements Dialogs {
    @Override
    public void ask(Question question, Consumer<String> agreed) {
      asked.add(question.title());
      agreed.accept("as agreed");
    }

    @Override
    public void tell(String title, String words) {
      asked.add(title);
    }

    @Override
    public Shown show(String title, Node content, Runnable declined) {
      asked.add(title);
      return () -> {};
    }
  }

  /** A supervisor is always at hand. */
  private final class Vouched implements Vouching {
    @Override
    public void ask(Role needed, Dialogs.Question question, BiConsumer<Actor, String> granted) {
      asked.add(question.title());
      granted.accept(Actor.operator(UUID.randomUUID(), needed), "");
    }
  }

  private final class Files implements FilePicker {
    @Override
    public Optional<Path> open(String title, Kind... kinds) {
      return Optional.ofNullable(file);
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, Kind... kinds) {
      return Optional.ofNullable(file);
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.ofNullable(file);
    }
  }

  private final class Ways implements Navigation {
    @Override
    public void to(String key) {
      went.add(key);
    }

    @Override
    public void enroll(String userId, String name) {
      went.add("enroll " + userId + " " + name);
    }
  }

  private static final class English implements Appearance {
    @Override
    public Theme theme() {
      return Theme.LIGHT;
    }

    @Override
    public void use(Theme theme) {}

    @Override
    public void useDesktops() {}

    @Override
    public Locale language() {
      return Locale.ENGLISH;
    }

    @Override
    public void speak(Locale language) {}
  }

  private static final class NoGallery implements Gallery {
    @Override
    public void put(GalleryEntry entry) {}

    @Override
    public void remove(long templateId) {}

    @Override
    public List<Candidate> search(UUID gallery, String modelId, float[] probe, int k) {
      return List.of();
    }

    @Override
    public int subjects(UUID gallery) {
      return 0;
    }

    @Override
    public long size() {
      return 0;
    }

    @Override
    public void snapshot() {}

    @Override
    public void close() {}
  }
}
