package org.facedesk.desktop.settings;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.facedesk.admin.Actor;
import org.facedesk.admin.Role;
import org.facedesk.admin.SettingsAdministration;
import org.facedesk.core.Frame;
import org.facedesk.core.settings.Problem;
import org.facedesk.core.settings.Saved;
import org.facedesk.core.settings.Setting;
import org.facedesk.desktop.settings.SettingsScreen.Notice;
import org.facedesk.desktop.ui.Appearance;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Listeners;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The settings screen without JavaFX: edits go in, a {@link SettingsScreen} comes out after every
 * change. UI thread only, except the frames of a camera test, which go straight through on the
 * camera's.
 */
public final class SettingsViewModel implements AutoCloseable {
  private final SettingsServices services;
  private final SignedIn operator;
  private final Background background;
  private final Appearance appearance;
  private final CameraTrial cameraTrial;
  private final Listeners<SettingsScreen> listeners = new Listeners<>();
  private final Map<Setting, String> edits = new EnumMap<>(Setting.class);
  private final Runnable watchEnd;
  private final Runnable operatorEnd;
  private Section section = Section.CAMERA;
  private List<String> cameras = List.of();
  private Trial storeTrial = new Trial.Idle();
  private boolean busy;
  private @Nullable Notice notice;
  private @Nullable FaultReport fault;
  private @Nullable ServerStanding server;
  private @Nullable About about;

  public SettingsViewModel(
      SettingsServices services, SignedIn operator, Background background, Appearance appearance) {
    this.services = services;
    this.operator = operator;
    this.background = background;
    this.appearance = appearance;
    this.cameraTrial = new CameraTrial(services.cameras(), background, this::changed);
    this.watchEnd = services.cameras().watch(names -> background.onUi(() -> camerasAre(names)));
    this.operatorEnd = operator.listen(somebodyElse -> anew());
  }

  /** Told after every change. @return ends it */
  public Runnable listen(Consumer<SettingsScreen> listener) {
    Runnable end = listeners.add(listener);
    listener.accept(screen());
    return end;
  }

  /** Who draws the frames of a camera test; called on the camera's thread, must be quick. */
  public void previewTo(Consumer<Frame> drawer) {
    cameraTrial.previewTo(drawer);
  }

  // ==== intents ====

  /** The screen is seen: what others may have changed is read again. */
  public void refresh() {
    background.run(services.cameras()::names, this::camerasAre, this::failed);
    background.run(services.server()::get, this::serverStands, this::failed);
    if (about == null) {
      background.run(services.about()::get, this::aboutIs, this::failed);
    }
    changed();
  }

  /** The screen is left: a camera that is tested is let go. */
  public void left() {
    cameraTrial.end();
  }

  public void choose(Section next) {
    if (next != section) {
      cameraTrial.end();
      section = next;
      notice = null;
      changed();
    }
  }

  public void edit(Setting setting, String text) {
    if (setting == Setting.STORE_PASSWORD && text.isEmpty()) {
      edits.remove(setting); // an empty field is the password that is there
    } else if (text.strip().equals(shown(setting))) {
      edits.remove(setting);
    } else {
      edits.put(setting, text);
    }
    notice = null;
    if (setting == Setting.STORE
        || setting == Setting.STORE_USER
        || setting == Setting.STORE_PASSWORD) {
      storeTrial = new Trial.Idle();
    }
    if (SettingsAdministration.EVERYBODYS.contains(setting)) {
      save(Map.of(setting, text));
    }
    changed();
  }

  public void save() {
    save(Map.copyOf(edits));
  }

  public void discard() {
    edits.clear();
    notice = null;
    changed();
  }

  /** What an administrator typed, and what came of it, goes with them. */
  private void anew() {
    fault = null;
    storeTrial = new Trial.Idle();
    cameraTrial.end();
    discard();
  }

  public void dismissFault() {
    fault = null;
    changed();
  }

  /** Shows what the camera that is entered sees. */
  public void testCamera() {
    cameraTrial.begin(edits.getOrDefault(Setting.CAMERA, inForce(Setting.CAMERA)).strip());
  }

  public void endCameraTest() {
    cameraTrial.end();
  }

  /** Tries the database that is entered; nothing is changed in it. */
  public void testStore() {
    storeTrial = new Trial.Running();
    changed();
    String address = edits.getOrDefault(Setting.STORE, inForce(Setting.STORE)).strip();
    String user = edits.getOrDefault(Setting.STORE_USER, inForce(Setting.STORE_USER)).strip();
    String password = edits.getOrDefault(Setting.STORE_PASSWORD, inForce(Setting.STORE_PASSWORD));
    background.run(
        () -> services.store().test(address, user, password),
        found -> storeTried(new Trial.Good(found)),
        why -> storeTried(new Trial.Bad(why)));
  }

  /** Has a server that was refused try once more. */
  public void openServerAgain() {
    if (busy) {
      return;
    }
    Actor actor = operator.get();
    begin();
    background.run(
        () -> services.serverAgain().apply(actor),
        standing -> {
          busy = false;
          serverStands(standing);
        },
        this::failed);
  }

  public void writeDiagnostics(Path target) {
    begin();
    background.run(
        () -> {
          services.diagnostics().write(target);
          return target;
        },
        done -> finish(Notice.DIAGNOSTICS_WRITTEN),
        this::failed);
  }

  /** The window closes. */
  @Override
  public void close() {
    watchEnd.run();
    operatorEnd.run();
    cameraTrial.end();
  }

  // ==== what there is to draw ====

  public SettingsScreen screen() {
    List<Section> sections =
        Section.of(operator.operator().map(who -> who.role()).orElse(Role.OPERATOR));
    Section seen = sections.contains(section) ? section : sections.getFirst();
    List<Problem> problems = problems();
    return new SettingsScreen(
        sections,
        seen,
        seen.settings().stream().map(setting -> field(setting, problems)).toList(),
        !edits.isEmpty(),
        !edits.isEmpty() && problems.isEmpty() && !busy,
        busy,
        notice,
        fault,
        cameras,
        cameraTrial.trial(),
        storeTrial,
        server,
        about);
  }

  private Field field(Setting setting, List<Problem> problems) {
    boolean secret = setting.secret(inForce(setting));
    return new Field(
        setting,
        edits.getOrDefault(setting, shown(setting)),
        secret && !edits.containsKey(setting),
        setting == Setting.CAMERA ? cameras : setting.choices(),
        edits.containsKey(setting),
        services.settings().fixed().contains(setting),
        problems.stream().filter(problem -> problem.setting() == setting).findFirst().orElse(null));
  }

  private List<Problem> problems() {
    return edits.isEmpty() ? List.of() : services.settings().check(edits);
  }

  private String inForce(Setting setting) {
    return services.settings().texts().getOrDefault(setting, setting.fallback());
  }

  private String shown(Setting setting) {
    return setting.shown(inForce(setting));
  }

  private void changed() {
    listeners.tell(screen());
  }

  // ==== saving ====

  private void save(Map<Setting, String> changes) {
    if (busy || changes.isEmpty()) {
      return;
    }
    Actor actor = operator.get();
    if (changes.containsKey(Setting.CAMERA)) {
      cameraTrial.end(); // a device has one user; it is the desk's now
    }
    begin();
    background.run(
        () -> services.administration().save(actor, changes),
        saved -> saved(saved, changes.keySet()),
        why -> {
          // what was saved before something failed to follow is in force
          edits.entrySet().removeIf(edit -> edit.getValue().equals(inForce(edit.getKey())));
          failed(why);
        });
  }

  private void saved(Saved saved, Set<Setting> asked) {
    switch (saved) {
      case Saved.Done done -> {
        edits.keySet().removeAll(asked);
        finish(done.needsRestart() ? Notice.SAVED_FOR_NEXT_START : Notice.SAVED);
        look(done.changed());
        background.run(services.server()::get, this::serverStands, this::failed);
      }
      case Saved.Refused refused -> {
        section = Section.of(refused.problems().getFirst().setting());
        finish(Notice.REFUSED);
      }
    }
  }

  /** Language and theme take effect now; the screens may be built anew by this. */
  private void look(Set<Setting> changed) {
    if (changed.contains(Setting.THEME)) {
      services
          .settings()
          .get()
          .desk()
          .theme()
          .map(theme -> Theme.valueOf(theme.toUpperCase(Locale.ROOT)))
          .ifPresentOrElse(appearance::use, appearance::useDesktops);
    }
    if (changed.contains(Setting.LANGUAGE)) {
      appearance.speak(
          services.settings().get().desk().language().map(Locale::of).orElse(Locale.getDefault()));
    }
  }

  private void begin() {
    busy = true;
    notice = null;
    fault = null;
    changed();
  }

  private void finish(Notice done) {
    busy = false;
    notice = done;
    changed();
  }

  private void failed(FaultReport why) {
    busy = false;
    fault = why;
    changed();
  }

  // ==== what comes from elsewhere ====

  private void camerasAre(List<String> names) {
    cameras = names;
    changed();
  }

  private void serverStands(ServerStanding standing) {
    server = standing;
    changed();
  }

  private void aboutIs(About read) {
    about = read;
    changed();
  }

  private void storeTried(Trial trial) {
    storeTrial = trial;
    changed();
  }
}
