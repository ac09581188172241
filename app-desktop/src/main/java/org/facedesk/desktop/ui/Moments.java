package org.facedesk.desktop.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Moments as people of a language write them, in this computer's time zone. Immutable. */
public final class Moments {
  private final DateTimeFormatter dayAndTime;
  private final DateTimeFormatter toTheSecond;
  private final DateTimeFormatter day;

  public Moments(Texts texts) {
    dayAndTime =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.locale())
            .withZone(ZoneId.systemDefault());
    toTheSecond =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
            .withLocale(texts.locale())
            .withZone(ZoneId.systemDefault());
    day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(texts.locale())
            .withZone(ZoneId.systemDefault());
  }

  public String dayAndTime(Instant moment) {
    return plain(dayAndTime.format(moment));
  }

  public String toTheSecond(Instant moment) {
    return plain(toTheSecond.format(moment));
  }

  public String day(Instant moment) {
    return plain(day.format(moment));
  }

  /** Without the marks of direction that some languages' patterns hold and fonts draw as boxes. */
  private static String plain(String text) {
    return text.replace("\u200F", "").replace("\u061C", "");
  }
}
