package org.facedesk.desktop.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.facedesk.admin.Actor;
import org.facedesk.admin.PeopleSearch;
import org.facedesk.store.Store;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;

/**
 * {@code ./station bench people [PEOPLE]}: imports a list of made-up people twice, has the trail
 * verified (each by the command, in a process of its own), and searches them as the window does.
 * Wall-clock times; H2 in a temporary folder, no photos.
 */
public final class PeopleProgram {
  private static final List<String> GIVEN =
      List.of("Ada", "Grace", "Zoë", "Budi", "José", "Siti", "Amélie", "Omar", "Inés", "Karim");
  private static final List<String> FAMILY =
      List.of("Lovelace", "Hopper", "Ångström", "Santoso", "Núñez", "Rahayu", "Dubois", "Haddad");

  private final Path folder;
  private final int people;

  private PeopleProgram(Path folder, int people) {
    this.folder = folder;
    this.people = people;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Logging.prepare();
    int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5000;
    new PeopleProgram(Files.createTempDirectory("people"), people).run();
  }

  private void run() throws IOException, InterruptedException {
    Path list = folder.resolve("people.csv");
    Files.write(list, rows(), StandardCharsets.UTF_8);
    command("import of %,d rows".formatted(people), "people", "import", list.toString());
    command("import of the same rows", "people", "import", list.toString());
    command("audit verify", "audit", "verify");
    try (Store store = JdbcStore.open(new StoreLocation.Embedded(data()), data())) {
      PeopleSearch search = new PeopleSearch(store);
      for (int round = 0; round < 3; round++) { // the first one warms up
        walk("a part of a name (%d)".formatted(round + 1), search, "lovel zo");
      }
      timed("a whole id", () -> search.begin("E-%05d".formatted(people / 2), Actor.COMMAND_LINE));
      timed(
          "the first page of everyone",
          () -> search.next(search.begin("", Actor.COMMAND_LINE), Actor.COMMAND_LINE));
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>(List.of("id,name,unit"));
    IntStream.range(0, people)
        .mapToObj(i ->
            "E-%05d,%s %s,%d"
                .formatted(
                    i, GIVEN.get(i % GIVEN.size()), FAMILY.get(i / 7 % FAMILY.size()), i % 12))
        .forEach(rows::add);
    return rows;
  }

  /** The program as an operator starts it. */
  private void command(String what, String... words) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    line.addAll(List.of(words));
    line.addAll(List.of("--data", data().toString(), "--json"));
    long begin = System.nanoTime();
    int code = new ProcessBuilder(line).inheritIO().start().waitFor();
    tell(what + ", start of the program included", System.nanoTime() - begin);
    if (code != Main.DONE) {
      throw new IllegalStateException(what + " ended with " + code);
    }
  }

  private static void walk(String what, PeopleSearch search, String typed) {
    long slowest = 0;
    int steps = 0;
    long begin = System.nanoTime();
    PeopleSearch.Search at = search.begin(typed, Actor.COMMAND_LINE);
    while (!at.over() && !at.full()) {
      long before = System.nanoTime();
      at = search.next(at, Actor.COMMAND_LINE);
      slowest = Math.max(slowest, System.nanoTime() - before);
      steps++;
    }
    tell(
        "%s: %d found among %d in %d steps, the slowest %d ms"
            .formatted(
                what,
                at.found().size(),
                at.looked(),
                steps,
                TimeUnit.NANOSECONDS.toMillis(slowest)),
        System.nanoTime() - begin);
  }

  private static void timed(String what, Supplier<PeopleSearch.Search> work) {
    long begin = System.nanoTime();
    int found = work.get().found().size();
    tell("%s: %d found".formatted(what, found), System.nanoTime() - begin);
  }

  private static void tell(String what, long nanos) {
    System.out.printf(Locale.ROOT, "%9.1f ms  %s%n", nanos / 1e6, what);
  }
}
