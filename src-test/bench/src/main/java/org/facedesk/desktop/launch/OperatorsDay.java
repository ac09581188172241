package org.facedesk.desktop.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.facedesk.admin.PersonRow;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.capture.practice.PracticeClip;
import org.facedesk.capture.practice.PracticeHead;
import org.facedesk.desktop.settings.Section;
import org.facedesk.engine.torch.ImageLimits;
import org.facedesk.engine.torch.OpenCvFrameDecoder;

/**
 * From the first start to the lock in the evening, with a picture wherever there is one to take.
 */
final class OperatorsDay {
  /** A list to import: long names, names from right to left, none, and two rows with mistakes. */
  static final String PEOPLE =
      """
      id,name,department
      E-1001,Ada Lovelace,Front desk
      E-1002,Siti Nurhaliza binti Tarudin,Front desk
      E-1003,ليلى عبد الرحمن بن سعيد الخوارزمي,Laboratory
      E-1004,Jean-Baptiste Grandmaison de la Rochefoucauld-Montmorency,Laboratory
      E-1005,Ngũgĩ wa Thiong’o,Library
      E-1006,,Visitors
      E-1007,محمد,Visitors
      E-1007,Mohammed,Visitors
      E-1008,Chukwuemeka Odumegwu Ojukwu Okonkwo-Adebayo the Younger of Nnewi and the Eastern Provinces,Guests
      ,Nobody’s id,Guests
      E-1009,Þórbjörg Guðmundsdóttir,Guests
      """;

  private static final String PASSWORD = "a few words in a row";
  private static final String FIRST = "E-1024";
  private static final String OLD_PHOTO = "passport.jpg";
  private static final int JPEG_QUALITY = 85;

  private final Operating hand;
  private final Station station;
  private final AtomicReference<Visitor> camera;
  private final PreparedFiles files;

  OperatorsDay(
      Operating hand, Station station, AtomicReference<Visitor> camera, PreparedFiles files) {
    this.hand = hand;
    this.station = station;
    this.camera = camera;
    this.files = files;
  }

  void play() throws IOException, InterruptedException {
    firstStart();
    nothingYet();
    enrollment();
    duplicate();
    practice();
    checks();
    noCamera();
    people();
    erasure();
    remote();
    audit();
    settings();
    operators();
    lock();
  }

  private void firstStart() throws InterruptedException {
    hand.awaitTitle("title.FIRST_START");
    hand.write("#name", "Grace Hopper");
    hand.key(KeyCode.TAB);
    hand.picture("first-start");
    hand.write("#password", PASSWORD);
    hand.write("#repeated", PASSWORD);
    hand.fire("#go");
    hand.awaitTitle("title.WHO");
  }

  private void nothingYet() throws InterruptedException {
    hand.go(KeyCode.DIGIT3, "nav.people");
    hand.await("an empty list", () -> empty("#empty", "people.empty"));
    hand.picture("people-empty");
    hand.go(KeyCode.DIGIT4, "nav.sessions");
    hand.await("an empty list", () -> empty("#empty", "sessions.empty"));
    hand.picture("sessions-empty");
    hand.key(KeyCode.CONTROL, KeyCode.DIGIT1);
    hand.awaitTitle("title.WHO");
  }

  private boolean empty(String query, String key) {
    return hand.find(query) instanceof Label label
        && Operating.seen(label)
        && label.getText().equals(hand.texts().get(key));
  }

  private void enrollment() throws IOException, InterruptedException {
    oldPhoto(files.next(OLD_PHOTO));
    hand.awaitFocus("#userId");
    hand.write("#userId", FIRST);
    hand.write("#name", longName());
    hand.fire("#photoChoose");
    hand.awaitSeen("#photoView");
    hand.picture("who");
    agree("consent");
    hand.key(KeyCode.SPACE);
    hand.awaitTitle("title.CAPTURING");
    somePictures();
    hand.picture("capture");
    hand.awaitTitle("title.REVIEW");
    hand.awaitFocus("#confirm");
    hand.picture("review");
    hand.key(KeyCode.SPACE);
    hand.awaitTitle("title.ENROLLED");
    String one = hand.texts().get("status.number", 1);
    hand.await("one person", () -> one.equals(hand.get("#people", Label.class).getText()));
    hand.picture("result");
    hand.key(KeyCode.SPACE);
    hand.awaitTitle("title.WHO");
  }

  /** Consent, and on to the camera. */
  private void agree(String picture) throws InterruptedException {
    hand.fire("#go");
    hand.awaitFocus("#agree");
    if (!picture.isEmpty()) {
      hand.picture(picture);
    }
    if (!hand.get("#agree", CheckBox.class).isSelected()) {
      hand.key(KeyCode.SPACE);
    }
    hand.awaitTitle("title.READY");
    hand.awaitFocus("#start");
  }

  private void somePictures() throws InterruptedException {
    hand.await("pictures", () -> Operating.seen(hand.find(".portraits > *")));
  }

  private String longName() {
    return hand.texts().locale().getLanguage().equals("ar")
        ? "فاطمة الزهراء بنت عبد العزيز بن محمد الإدريسي الحسني القرطبي"
        : "María Fernanda de la Concepción Rodríguez-Villanueva y Castellanos";
  }

  private void duplicate() throws InterruptedException {
    hand.awaitFocus("#userId");
    hand.write("#userId", "E-1025");
    hand.write("#name", "Maria Rodriguez");
    agree("");
    hand.key(KeyCode.SPACE);
    hand.awaitSeen("#against");
    hand.awaitSeen(".lookalike");
    hand.write("#reviewReason", "Same papers, same date of birth");
    hand.picture("duplicate");
    hand.fire(".lookalike .button");
    hand.awaitTitle("title.REFUSED");
    hand.key(KeyCode.N);
    hand.awaitTitle("title.WHO");
  }

  private void practice() throws InterruptedException {
    hand.fire("#practise");
    hand.awaitSeen("#practiceBand");
    hand.awaitFocus("#userId");
    hand.write("#userId", "P-1");
    agree("");
    hand.picture("practice");
    hand.key(KeyCode.ESCAPE);
    hand.awaitTitle("title.WHO");
    hand.fire(".practice-band .button");
    hand.awaitGone("#practiceBand");
  }

  private void checks() throws InterruptedException {
    hand.go(KeyCode.DIGIT2, "nav.check");
    hand.write("#checkId", FIRST);
    hand.fire("#start");
    somePictures();
    hand.picture("check");
    verdict("check-verified");
    hand.fire("#identify");
    visitor().show(Person.LONG_NOSED);
    hand.fire("#start");
    verdict("check-unknown");
    visitor().show(Person.PORTRAIT);
  }

  private void verdict(String picture) throws InterruptedException {
    hand.awaitSeen("#verdictTitle");
    hand.picture(picture);
    hand.key(KeyCode.SPACE);
    hand.awaitGone("#verdictTitle");
  }

  private void noCamera() throws InterruptedException {
    hand.key(KeyCode.CONTROL, KeyCode.DIGIT2);
    visitor().unplug(true);
    hand.awaitSeen("#absentActions");
    hand.picture("no-camera");
    visitor().unplug(false);
    hand.fire("#refresh");
    hand.awaitGone("#absentActions");
  }

  private Visitor visitor() {
    return Objects.requireNonNull(camera.get());
  }

  private void people() throws InterruptedException {
    hand.go(KeyCode.DIGIT3, "nav.people");
    files.next("people.csv");
    hand.fire("#importList");
    hand.fire("#dialog-agree");
    hand.awaitSeen("#close");
    hand.picture("people-import");
    hand.fire("#close");
    hand.await("people", () -> hand.get("#table", TableView.class).getItems().size() > 9);
    hand.picture("people");
    open(FIRST);
    hand.picture("person");
  }

  private void open(String id) throws InterruptedException {
    Operating.onUi(() -> {
      TableView<?> table = hand.get("#table", TableView.class);
      List<?> rows = table.getItems();
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i) instanceof PersonRow row && row.user().externalId().equals(id)) {
          table.getSelectionModel().select(i);
        }
      }
      table.requestFocus();
      return table;
    });
    hand.key(KeyCode.ENTER);
    hand.await(id, () -> id.equals(hand.get("#side #id", Label.class).getText()));
    hand.awaitSeen("#again");
  }

  private void erasure() throws InterruptedException {
    open("E-1005");
    hand.fire("#erase");
    hand.fire("#reason-PERSON_ASKED");
    hand.picture("erase");
    hand.fire("#erase");
    hand.awaitSeen("#dialog-agree");
    hand.picture("erase-dialog");
    hand.fire("#dialog-agree");
    hand.awaitSeen("#saveReceipt");
    hand.picture("erased");
    hand.fire("#closeReceipt");
  }

  private void remote() throws IOException, InterruptedException {
    hand.go(KeyCode.DIGIT5, "nav.clients");
    hand.fire("#create");
    hand.write("#side #name", "Visitors’ registration, building B");
    hand.write("#webhook", "https://visitors.example.org/facedesk");
    hand.picture("client-form");
    hand.fire("#save");
    hand.awaitSeen("#apiKey");
    hand.picture("client-secret");
    String key = hand.get("#apiKey", javafx.scene.control.TextField.class).getText();
    hand.fire("#done");
    hand.await("a client", () -> hand.get("#table", TableView.class).getItems().size() > 1);
    try (RemoteVisitor remote =
        new RemoteVisitor(station.address().orElseThrow().url(), key, jpegs())) {
      remote.begin("visitor-20261130-000000000017");
      remote.wait("visitor-20261130-000000000018");
      hand.go(KeyCode.DIGIT4, "nav.sessions");
      hand.await("two sessions", () -> hand.get("#table", TableView.class).getItems().size() > 1);
      remote.awaitAnswers();
      hand.picture("sessions");
    }
    hand.go(KeyCode.DIGIT5, "nav.clients");
    hand.key(KeyCode.DOWN); // the first one is the desk
    hand.key(KeyCode.ENTER);
    hand.picture("clients");
  }

  private void audit() throws InterruptedException {
    hand.go(KeyCode.DIGIT6, "nav.audit");
    hand.await("entries", () -> !hand.get("#table", TableView.class).getItems().isEmpty());
    hand.fire("#verify");
    hand.await("the trail is whole", () -> hand.find(".work-band:good") != null);
    hand.picture("audit");
    files.next("no-such-folder/trail.jsonl");
    hand.fire("#export");
    hand.awaitSeen(".fault-panel");
    hand.picture("fault");
    hand.fire("#fault-close");
  }

  private void settings() throws InterruptedException {
    hand.go(KeyCode.DIGIT7, "nav.settings");
    ListView<?> sections = hand.get(".sections", ListView.class);
    for (int i = 0; i < sections.getItems().size(); i++) {
      int at = i;
      Section section =
          Operating.onUi(() -> {
            sections.getSelectionModel().select(at);
            return (Section) sections.getItems().get(at);
          });
      String title = hand.texts().of("settings.section", section);
      hand.await(title, () -> title.equals(hand.get("#title", Label.class).getText()));
      hand.picture("settings-" + section.name().toLowerCase(Locale.ROOT));
    }
  }

  private void operators() throws InterruptedException {
    hand.go(KeyCode.DIGIT8, "nav.operators");
    hand.fire("#create");
    hand.write("#operator-name", "Alan Turing");
    hand.write("#operator-password", PASSWORD);
    hand.picture("operator-form");
    hand.write("#operator-repeated", PASSWORD);
    hand.fire("#dialog-agree");
    hand.awaitGone("#dialog-agree");
    hand.await("two", () -> hand.get("#table", TableView.class).getItems().size() > 1);
    hand.picture("operators");
  }

  private void lock() throws InterruptedException {
    hand.key(KeyCode.CONTROL, KeyCode.L);
    hand.awaitTitle("title.LOCKED");
    hand.picture("locked");
    hand.fire("#other");
    hand.awaitTitle("title.SIGN_IN");
    hand.write(".login #name", "Alan Turing");
    hand.write(".login #password", "not the password");
    hand.fire(".login #go");
    hand.awaitSeen("#noticeBox");
    hand.picture("sign-in");
    hand.write(".login #password", PASSWORD);
    hand.fire(".login #go");
    hand.awaitTitle("title.WHO");
    hand.go(KeyCode.DIGIT3, "nav.people");
    hand.await("people", () -> hand.get("#table", TableView.class).getItems().size() > 8);
    open("E-1001");
    hand.fire("#export");
    hand.awaitSeen("#vouch-name");
    hand.write("#vouch-name", "Grace Hopper");
    hand.picture("supervisor");
    hand.key(KeyCode.ESCAPE);
  }

  private static void oldPhoto(Path file) throws IOException {
    Files.write(file, jpegs().getFirst());
  }

  /** A second of somebody who looks into the camera. */
  private static List<byte[]> jpegs() {
    OpenCvFrameDecoder encoder = new OpenCvFrameDecoder(ImageLimits.REMOTE);
    List<byte[]> pictures = new ArrayList<>();
    try (PracticeClip clip =
        new PracticeClip(new PracticeHead(Person.PORTRAIT), Choreography.WITHOUT_BLINK, 5, 4, 3)) {
      for (var frame = clip.next(); frame.isPresent(); frame = clip.next()) {
        pictures.add(encoder.encodeJpeg(frame.get(), JPEG_QUALITY));
      }
    }
    return pictures;
  }
}
