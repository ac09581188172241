package org.facedesk.core.settings;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Seal;

/**
 * The settings in force. A change goes to the file first; whoever listens is told when it is there.
 * Settings that the command line or the environment fixes cannot be changed. Thread-safe.
 */
public final class LiveSettings implements Supplier<StationSettings> {
  private final SettingsFile file;
  private final Map<Setting, String> fixed;
  private final Secrets secrets;
  private final List<BiConsumer<StationSettings, StationSettings>> listeners =
      new CopyOnWriteArrayList<>();
  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private final Object saving = new Object();
  private volatile State state;

  private record Follower(Effect effect, BiConsumer<StationSettings, StationSettings> doing) {}

  private record State(Map<Setting, String> texts, StationSettings settings) {}

  /**
   * Reads the file.
   *
   * @param fixed what the command line or the environment says
   * @param seal for values that hold a secret; asked only when there is one
   * @throws FacedeskException SETTINGS_INVALID, naming what is wrong
   */
  public LiveSettings(SettingsFile file, Map<Setting, String> fixed, Supplier<Seal> seal) {
    this.file = file;
    this.fixed = Map.copyOf(clean(fixed));
    this.secrets = new Secrets(seal);
    this.state = state(texts(file.read().values()));
  }

  private static State state(Map<Setting, String> texts) {
    List<Problem> problems = Checks.of(texts);
    if (!problems.isEmpty()) {
      throw new FacedeskException(
          ErrorCode.SETTINGS_INVALID,
          problems.stream()
              .map(problem ->
                  problem.setting().key() + ": " + problem.kind() + " " + problem.limits())
              .collect(Collectors.joining("; ")));
    }
    return new State(texts, StationSettings.of(texts));
  }

  private Map<Setting, String> texts(Map<String, String> values) {
    Map<Setting, String> texts = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String there = values.get(setting.key());
      String value =
          there == null ? setting.fallback() : secrets.fromFile(setting, setting.clean(there));
      texts.put(setting, fixed.getOrDefault(setting, value));
    }
    return texts;
  }

  /** The settings in force. */
  @Override
  public StationSettings get() {
    return state.settings();
  }

  /** The same as texts, one for every setting; secrets in clear. */
  public Map<Setting, String> texts() {
    return Map.copyOf(state.texts());
  }

  /** What cannot be changed here. */
  public Set<Setting> fixed() {
    return fixed.keySet();
  }

  /**
   * Does what settings of one effect say, on the thread that saves and before anybody is told.
   * Where it throws, those settings are put back to what they were, so that the next start has what
   * worked; the others stand, and what it threw passes through to whoever saves.
   *
   * @param follower given the settings before and after; not called for changes of other settings
   */
  public void follow(Effect effect, BiConsumer<StationSettings, StationSettings> follower) {
    followers.add(new Follower(effect, follower));
  }

  /**
   * Told of every change, on the thread that saves and before {@link #save} returns. What it throws
   * passes through to whoever saves, when all were told; the change stands.
   *
   * @param listener given the settings before and after
   */
  public void listen(BiConsumer<StationSettings, StationSettings> listener) {
    listeners.add(listener);
  }

  /** What would be wrong with these changes; empty if they can be saved. */
  public List<Problem> check(Map<Setting, String> changes) {
    Map<Setting, String> clean = clean(changes);
    List<Problem> refused =
        clean.entrySet().stream()
            .filter(change -> fixed.containsKey(change.getKey()))
            .filter(change -> !change.getValue().equals(fixed.get(change.getKey())))
            .map(change -> Problem.of(change.getKey(), Problem.Kind.FIXED))
            .collect(Collectors.toList());
    refused.addAll(Checks.ofChange(clean));
    refused.addAll(Checks.of(merged(clean)));
    return refused;
  }

  /**
   * Checks and saves.
   *
   * @throws FacedeskException SETTINGS_NOT_SAVED if the file cannot be written; or what a follower
   *     or listener threw
   */
  public Saved save(Map<Setting, String> changes) {
    synchronized (saving) {
      List<Problem> problems = check(changes);
      if (!problems.isEmpty()) {
        return new Saved.Refused(problems);
      }
      Map<Setting, String> clean = clean(changes);
      State before = state;
      Set<Setting> changed = EnumSet.noneOf(Setting.class);
      clean.forEach((setting, value) -> {
        if (!value.equals(before.texts().get(setting))) {
          changed.add(setting);
        }
      });
      if (!changed.isEmpty()) {
        put(changed, clean);
        tell(before, changed);
      }
      return new Saved.Done(changed);
    }
  }

  /** The file first: what cannot be written is not in force. */
  private void put(Set<Setting> settings, Map<Setting, String> values) {
    file.change(
        settings.stream()
            .collect(
                Collectors.toMap(
                    Setting::key, each -> toFile(each, values.getOrDefault(each, "")))));
    state = state(merged(values));
  }

  private void tell(State before, Set<Setting> changed) {
    Failures failures = new Failures();
    StationSettings wanted = get();
    for (Follower each : followers) {
      Set<Setting> concerned = EnumSet.copyOf(changed);
      concerned.removeIf(setting -> setting.effect() != each.effect());
      if (!concerned.isEmpty()
          && !failures.without(() -> each.doing().accept(before.settings(), wanted))) {
        failures.without(() -> putBack(concerned, before.texts()));
      }
    }
    StationSettings after = get();
    listeners.forEach(each -> failures.without(() -> each.accept(before.settings(), after)));
    failures.rethrow();
  }

  private void putBack(Set<Setting> settings, Map<Setting, String> before) {
    Map<Setting, String> values = new EnumMap<>(before);
    values.keySet().retainAll(settings);
    state = state(merged(values)); // in force, whether or not the file can be written
    put(settings, values);
  }

  /** What is built in need not stand in the file. */
  private Optional<String> toFile(Setting setting, String value) {
    return value.equals(setting.fallback())
        ? Optional.empty()
        : Optional.of(secrets.toFile(setting, value));
  }

  private Map<Setting, String> merged(Map<Setting, String> changes) {
    Map<Setting, String> merged = new EnumMap<>(state.texts());
    merged.putAll(changes);
    return merged;
  }

  private static Map<Setting, String> clean(Map<Setting, String> changes) {
    Map<Setting, String> clean = new EnumMap<>(Setting.class);
    changes.forEach((setting, value) -> clean.put(setting, setting.clean(value)));
    return clean;
  }
}
