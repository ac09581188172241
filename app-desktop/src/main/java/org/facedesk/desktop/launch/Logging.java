package org.facedesk.desktop.launch;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.facedesk.core.CorrelationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Where the log goes: warnings to standard error (logback.xml), and a station's whole story into
 * its data folder, one JSON object a line.
 */
final class Logging {
  private Logging() {}

  static void prepare() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /** Adds a file that rolls every day and at 10 MB, kept for 30 days and within 200 MB. */
  static void into(Path folder) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    JsonEncoder encoder = new Correlated();
    encoder.setContext(context);
    encoder.setWithContext(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    encoder.start();
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setName("FILE");
    file.setFile(folder.resolve("station.log").toString());
    file.setEncoder(encoder);
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
    rolling.setContext(context);
    rolling.setParent(file);
    rolling.setFileNamePattern(folder.resolve("station.%d.%i.log.gz").toString());
    rolling.setMaxFileSize(FileSize.valueOf("10MB"));
    rolling.setMaxHistory(30);
    rolling.setTotalSizeCap(FileSize.valueOf("200MB"));
    rolling.start();
    file.setRollingPolicy(rolling);
    file.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file);
  }

  /**
   * A line carries the id of the request, socket or command it comes of, in a field of its own. An
   * appender writes on the thread that logs, where the id is known.
   */
  private static final class Correlated extends JsonEncoder {
    @Override
    protected void appendCustomFields(StringBuilder line, ILoggingEvent event) {
      String id = CorrelationId.current();
      if (id != null) {
        appendValueSeparator(line, true);
        appenderMember(line, "correlation_id", id);
      }
    }
  }
}
