package org.facedesk.desktop.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.facedesk.admin.Actor;
import org.facedesk.admin.AuditExport;
import org.facedesk.admin.AuditTrail;
import org.facedesk.admin.Role;
import org.facedesk.desktop.audit.AuditScreen.Work;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Listeners;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.store.Audit;
import org.facedesk.store.audit.ChainCheck;
import org.jspecify.annotations.Nullable;

/**
 * The audit screen without JavaFX. Everything here runs on the UI thread; checking and writing are
 * chains of short steps in the background.
 */
public final class AuditViewModel {
  private final AuditServices services;
  private final Background background;
  private final SignedIn operator;
  private final Listeners<AuditScreen> listeners = new Listeners<>();

  private Audit.Filter filter = Audit.Filter.NONE;
  private List<Audit.Entry> rows = List.of();
  private Map<String, String> names = Map.of();
  private boolean more;
  private boolean loading;
  private int question;
  private Work work = new Work.Idle();
  private boolean stop;
  private @Nullable FaultReport fault;

  public AuditViewModel(AuditServices services, Background background, SignedIn operator) {
    this.services = services;
    this.background = background;
    this.operator = operator;
  }

  /**
   * Told after every change, on the UI thread.
   *
   * @return ends it
   */
  public Runnable listen(Consumer<AuditScreen> listener) {
    listener.accept(screen());
    return listeners.add(listener);
  }

  public AuditScreen screen() {
    return new AuditScreen(rows, more, loading, mayExport(), work, fault);
  }

  private boolean mayExport() {
    return operator.actor().filter(who -> who.covers(Role.ADMINISTRATOR)).isPresent();
  }

  private void changed() {
    listeners.tell(screen());
  }

  /** What people call whoever did it. */
  public String name(String actor) {
    return names.getOrDefault(actor, actor);
  }

  // ==== the entries ====

  /** Reads the newest entries again. */
  public void refresh() {
    operator.actor().ifPresent(actor -> ask(Long.MAX_VALUE, List.of(), actor));
  }

  public void filter(Audit.Filter wanted) {
    if (!wanted.equals(filter)) {
      filter = wanted;
      refresh();
    }
  }

  /** Reads older entries. */
  public void more() {
    if (more && !loading) {
      ask(rows.getLast().number(), rows, operator.get());
    }
  }

  private void ask(long before, List<Audit.Entry> soFar, Actor actor) {
    int mine = ++question;
    loading = true;
    Audit.Filter wanted = filter;
    background.run(
        () -> {
          Map<String, String> known = services.names().get();
          return new Page(services.trail().page(named(wanted, known), before, actor), known);
        },
        page -> {
          if (mine == question) {
            loading = false;
            more = page.entries().size() == AuditTrail.PAGE;
            names = page.names();
            List<Audit.Entry> all = new ArrayList<>(soFar);
            all.addAll(page.entries());
            rows = List.copyOf(all);
            changed();
          }
        },
        this::failed);
    changed();
  }

  /** The trail knows actors by their ids, and people by the names that stand in the table. */
  private static Audit.Filter named(Audit.Filter wanted, Map<String, String> known) {
    String part = wanted.actor().toLowerCase(Locale.ROOT);
    return part.isEmpty()
        ? wanted
        : wanted.orBy(
            known.entrySet().stream()
                .filter(actor -> actor.getValue().toLowerCase(Locale.ROOT).contains(part))
                .map(Map.Entry::getKey)
                .toList());
  }

  private record Page(List<Audit.Entry> entries, Map<String, String> names) {}

  // ==== the trail as a whole ====

  /** Checks every link up to the end. */
  public void verify() {
    if (work.going()) {
      return;
    }
    Actor actor = operator.get();
    begin(new Work.Checking(0));
    background.run(
        () -> services.trail().check(actor), begun -> checked(begun, actor), this::failed);
  }

  private void checked(ChainCheck check, Actor actor) {
    if (check.over()) {
      end(
          check.broken().isPresent()
              ? new Work.Broken(check.broken().getAsLong())
              : new Work.Whole(check.checked()));
    } else if (stop) {
      end(new Work.Stopped());
    } else {
      work = new Work.Checking(check.progress());
      changed();
      background.run(
          () -> services.trail().check(check, actor), next -> checked(next, actor), this::failed);
    }
  }

  /**
   * Writes what the filter lets through to a file, in the format its name says.
   *
   * @param file {@code .csv}, or {@code .jsonl} for what can be verified elsewhere
   */
  public void export(Path file) {
    if (work.going()) {
      return;
    }
    Actor actor = operator.get();
    begin(new Work.Exporting(0));
    Audit.Filter wanted = filter;
    background.run(
        () ->
            services
                .trail()
                .export(
                    file,
                    AuditExport.Format.of(file),
                    named(wanted, services.names().get()),
                    actor),
        export -> write(file, export),
        this::failed);
  }

  private void write(Path file, AuditExport export) {
    if (stop) {
      close(export, new Work.Stopped());
      return;
    }
    background.run(
        export::step,
        progress -> {
          if (progress.over()) {
            close(export, new Work.Exported(file, progress.written()));
          } else {
            work = new Work.Exporting(progress.share());
            changed();
            write(file, export);
          }
        },
        why -> {
          close(export, new Work.Idle());
          failed(why);
        });
  }

  private void close(AuditExport export, Work then) {
    background.run(
        () -> {
          export.close();
          return then;
        },
        this::end,
        this::failed);
  }

  /** Stops checking or writing after the present step. */
  public void stop() {
    stop = true;
  }

  private void begin(Work first) {
    stop = false;
    fault = null;
    work = first;
    changed();
  }

  private void end(Work last) {
    work = last;
    changed();
    if (last instanceof Work.Exported) {
      refresh(); // it stands in the trail itself
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
    } else if (!work.going() && !(work instanceof Work.Idle)) {
      work = new Work.Idle();
    } else {
      return false;
    }
    changed();
    return true;
  }

  public void dismissFault() {
    fault = null;
    changed();
  }

  private void failed(FaultReport why) {
    loading = false;
    if (work.going()) {
      work = new Work.Idle();
    }
    fault = why;
    changed();
  }
}
