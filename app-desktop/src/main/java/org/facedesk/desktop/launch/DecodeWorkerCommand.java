package org.facedesk.desktop.launch;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.facedesk.engine.isolation.DecoderWorker;
import picocli.CommandLine.Command;

/** An installed program's way to be its own decoder; nothing for people. */
@Command(name = "decode-worker", hidden = true, description = "Decodes pictures for a station.")
final class DecodeWorkerCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    DecoderWorker.main(new String[0]);
    return Main.DONE;
  }
}
