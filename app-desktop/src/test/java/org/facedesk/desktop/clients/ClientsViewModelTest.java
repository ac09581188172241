package org.facedesk.desktop.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.facedesk.admin.ClientOverview;
import org.facedesk.admin.CreatedClient;
import org.facedesk.admin.Role;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.clients.ClientsScreen.Side;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.store.ClientRecord.Envelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientsViewModelTest {
  private final RecordsStation station = new RecordsStation(Role.ADMINISTRATOR);
  private final ClientsViewModel model = ClientsDesk.model(station);

  @AfterEach
  void close() {
    station.close();
  }

  private CreatedClient create(ClientForm form) {
    model.beginCreate();
    model.save(form);
    return ((Side.Credentials) model.screen().side()).created();
  }

  private static ClientForm named(String name) {
    return new ClientForm(name, Envelope.API_KEY, false, false, "", "", "");
  }

  private ClientOverview row(String name) {
    return model.screen().rows().stream()
        .filter(row -> row.client().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ErrorCode fault() {
    var fault = model.screen().fault();
    assertThat(fault).isNotNull();
    return fault == null ? ErrorCode.INTERNAL : fault.code();
  }

  @Test
  void theDeskIsAmongTheClients() {
    model.refresh();
    assertThat(model.screen().rows())
        .extracting(row -> row.client().builtIn())
        .containsExactly(true);
  }

  @Test
  void keyAndSecretAreShownOnceAndForgotten() {
    CreatedClient created = create(named("Gate 4"));
    assertThat(created.apiKey()).startsWith("fk_");
    model.choose(row("Gate 4"));
    assertThat(model.screen().side())
        .as("another choice does not lose them")
        .isInstanceOf(Side.Credentials.class);
    model.forget();
    assertThat(model.screen().side()).isEqualTo(new Side.Nothing());
    assertThat(model.screen().toString()).doesNotContain(created.apiKey(), created.apiSecret());
  }

  @Test
  void aClientIsMadeAsTheFormSays() {
    create(
        new ClientForm(
            "Kiosk",
            Envelope.DOUBLE,
            true,
            true,
            "https://a.example\nhttps://b.example",
            "25",
            "https://hooks.example/f"));
    ClientOverview made = row("Kiosk");
    assertThat(made.client().envelope()).isEqualTo(Envelope.DOUBLE);
    assertThat(made.client().strict()).isTrue();
    assertThat(made.client().gallery()).isEqualTo(station.desk.gallery());
    assertThat(made.client().origins()).containsExactly("https://a.example", "https://b.example");
    assertThat(made.client().openSessions()).isEqualTo(25);
    assertThat(made.webhook()).contains("https://hooks.example/f");
  }

  @Test
  void aClientIsChangedWithoutNewCredentials() {
    create(new ClientForm("Gate", Envelope.API_KEY, false, false, "", "25", "https://a.example/"));
    model.back();
    model.choose(row("Gate"));
    model.beginChange();
    ClientForm start = ((Side.Form) model.screen().side()).start();
    assertThat(start.limit()).isEqualTo("25");
    model.save(new ClientForm("Gate 5", Envelope.SECRET_KEY, true, false, "", "", ""));
    assertThat(model.screen().notice()).isEqualTo("clients.changed");
    Side.Details details = (Side.Details) model.screen().side();
    assertThat(details.client().client().name()).isEqualTo("Gate 5");
    assertThat(details.client().client().openSessions()).isNull();
    assertThat(details.client().webhook()).isEmpty();
    assertThat(details.client().client().generation()).isEqualTo(1);
  }

  @Test
  void whatCannotBeIsRefusedAndTheFormStays() {
    model.beginCreate();
    model.save(named(" "));
    assertThat(fault()).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(model.screen().side()).isInstanceOf(Side.Form.class);
    assertThat(model.back()).isTrue();
    assertThat(model.screen().fault()).isNull();
    assertThat(model.screen().side()).isInstanceOf(Side.Form.class);
  }

  @Test
  void aLimitThatIsNoNumberIsRefused() {
    create(named("Gate"));
    model.back();
    model.choose(row("Gate"));
    model.beginChange();
    model.save(new ClientForm("Gate", Envelope.API_KEY, false, false, "", "many", ""));
    assertThat(fault()).isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void newCredentialsTakeThePlaceOfTheOldOnes() {
    CreatedClient first = create(named("Gate"));
    model.back();
    model.choose(row("Gate"));
    model.rotate();
    Side.Credentials fresh = (Side.Credentials) model.screen().side();
    assertThat(fresh.created().clientId()).isEqualTo(first.clientId());
    assertThat(fresh.created().apiKey()).isNotEqualTo(first.apiKey());
  }

  @Test
  void aRevokedClientStaysInTheList() {
    create(named("Gate"));
    model.back();
    model.choose(row("Gate"));
    model.revoke();
    assertThat(model.screen().notice()).isEqualTo("clients.revoked");
    assertThat(row("Gate").client().active()).isFalse();
    assertThat(((Side.Details) model.screen().side()).client().client().active()).isFalse();
  }

  @Test
  void whoIsNoAdministratorSeesNothing() {
    try (RecordsStation other = new RecordsStation(Role.SUPERVISOR)) {
      ClientsViewModel refused = ClientsDesk.model(other);
      refused.refresh();
      assertThat(refused.screen().rows()).isEmpty();
      assertThat(refused.screen().fault()).isNotNull();
    }
  }

  @Test
  void escapeLeadsFromTheFormToTheClientAndOut() {
    create(named("Gate"));
    model.back();
    model.choose(row("Gate"));
    model.beginChange();
    assertThat(model.back()).isTrue();
    assertThat(model.screen().side()).isInstanceOf(Side.Details.class);
    assertThat(model.back()).isTrue();
    assertThat(model.back()).isFalse();
  }

  @Test
  void aFormThatIsRefusedMakesNoClient() {
    model.beginCreate();
    model.save(new ClientForm("Gate", Envelope.API_KEY, false, false, "", "many", ""));
    assertThat(fault()).isEqualTo(ErrorCode.INVALID_REQUEST);
    model.save(new ClientForm("Gate", Envelope.API_KEY, false, false, "", "5000", ""));
    assertThat(fault()).isEqualTo(ErrorCode.INVALID_REQUEST);
    model.save(
        new ClientForm("Gate", Envelope.API_KEY, false, false, "", "", "http://far.example/"));
    assertThat(fault()).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(model.screen().side()).isInstanceOf(Side.Form.class);
    assertThat(model.screen().rows()).extracting(row -> row.client().name()).doesNotContain("Gate");
  }

  @Test
  void theSecretIsShownEvenIfTheWebhookCannotBeSet() {
    ClientsServices usual = ClientsDesk.services(station);
    ClientsViewModel unlucky =
        new ClientsViewModel(
            new ClientsServices(
                usual.clients(),
                actor -> {
                  throw new FacedeskException(ErrorCode.STORE_UNAVAILABLE, "away");
                }),
            RecordsStation.atOnce(),
            station.signedIn);
    unlucky.beginCreate();
    unlucky.save(
        new ClientForm("Gate", Envelope.API_KEY, false, false, "", "", "https://a.example/"));
    assertThat(unlucky.screen().side()).isInstanceOf(Side.Credentials.class);
    assertThat(unlucky.screen().fault()).isNotNull();
    unlucky.back();
    assertThat(unlucky.screen().fault()).isNull();
    assertThat(unlucky.screen().side()).isInstanceOf(Side.Credentials.class);
  }
}
