package org.facedesk.engine.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.engine.Template;

/** Templates of many picture files, each made once. */
public final class TemplateExtraction {
  private final FrameDecoder decoder;
  private final FaceAnalyzer analyzer;
  private final int workers;
  private final boolean mirrored;

  /** From single pictures as they are, which is what published figures are about. */
  public TemplateExtraction(FrameDecoder decoder, FaceAnalyzer analyzer, int workers) {
    this(decoder, analyzer, workers, false);
  }

  /**
   * @param workers pictures looked at at the same time; the number of cores is best
   * @param mirrored averages each with its mirror image, as the station does with its samples
   */
  public TemplateExtraction(
      FrameDecoder decoder, FaceAnalyzer analyzer, int workers, boolean mirrored) {
    this.decoder = decoder;
    this.analyzer = analyzer;
    this.workers = workers;
    this.mirrored = mirrored;
  }

  /**
   * @param names files below the folder
   * @return by name, in the given order; empty where no face was found or the file is no picture
   * @throws IOException if a file cannot be read
   */
  public Map<String, Optional<Template>> of(Path folder, Collection<String> names)
      throws IOException, InterruptedException {
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      Map<String, Future<Optional<Template>>> started = new LinkedHashMap<>();
      for (String name : names) {
        Callable<Optional<Template>> work = () -> template(folder.resolve(name));
        started.put(name, pool.submit(work));
      }
      Map<String, Optional<Template>> templates = new LinkedHashMap<>();
      for (Map.Entry<String, Future<Optional<Template>>> entry : started.entrySet()) {
        templates.put(entry.getKey(), entry.getValue().get());
      }
      return templates;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("a picture could not be analysed", e.getCause());
    }
  }

  private Optional<Template> template(Path file) throws IOException {
    byte[] encoded = Files.readAllBytes(file);
    try {
      Frame frame = decoder.decode(encoded, 0);
      Face face = analyzer.analyze(frame).face();
      return Optional.ofNullable(face).map(f -> analyzer.embed(frame, f.landmarks(), mirrored));
    } catch (FacedeskException e) {
      return switch (e.code()) {
        case INVALID_IMAGE, UNSUPPORTED_MEDIA, IMAGE_TOO_LARGE -> Optional.empty();
        default -> throw e;
      };
    }
  }
}
