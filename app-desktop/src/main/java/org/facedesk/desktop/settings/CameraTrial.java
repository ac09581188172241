package org.facedesk.desktop.settings;

import java.util.function.Consumer;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.desktop.ui.Background;
import org.jspecify.annotations.Nullable;

/**
 * A look through a camera. UI thread only, except {@link Sink}, whose frames come on the camera's;
 * those of a test that was ended are dropped.
 */
final class CameraTrial {
  private final DeskCameras cameras;
  private final Background background;
  private final Runnable changed;
  private volatile Consumer<Frame> preview = frame -> {};
  private volatile @Nullable Sink sink;
  private Trial trial = new Trial.Idle();

  /** Ends the test that runs; touched by background tasks only, which run one after the other. */
  private Runnable end = () -> {};

  CameraTrial(DeskCameras cameras, Background background, Runnable changed) {
    this.cameras = cameras;
    this.background = background;
    this.changed = changed;
  }

  Trial trial() {
    return trial;
  }

  void previewTo(Consumer<Frame> drawer) {
    preview = drawer;
  }

  void begin(String source) {
    Sink mine = new Sink();
    sink = mine;
    trial = new Trial.Running();
    changed.run();
    background.run(
        () -> {
          end.run();
          end = cameras.test(source, mine);
          return true;
        },
        begun -> {},
        why -> {
          trial = new Trial.Bad(why);
          changed.run();
        });
  }

  void end() {
    if (sink == null) {
      return;
    }
    sink = null;
    trial = new Trial.Idle();
    changed.run();
    background.run(
        () -> {
          end.run();
          end = () -> {};
          return true;
        },
        ended -> {},
        why -> {});
  }

  private final class Sink implements DeskCameras.TestSink {
    private int width;
    private int height;

    @Override
    public void frame(Frame frame) {
      if (sink != this) {
        return;
      }
      preview.accept(frame);
      if (frame.width() != width || frame.height() != height) {
        width = frame.width();
        height = frame.height();
        tell(new Trial.Good(width + " × " + height));
      }
    }

    @Override
    public void lost(FacedeskException why) {
      if (sink == this) {
        width = 0;
        tell(new Trial.Bad(background.report(why)));
      }
    }

    private void tell(Trial news) {
      background.onUi(() -> {
        if (sink == this) {
          trial = news;
          changed.run();
        }
      });
    }
  }
}
