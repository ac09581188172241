package org.facedesk.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.UUID;
import org.facedesk.store.AuditEvent;

@AnalyzeClasses(
    packages = "org.facedesk",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {
  private static final String FAISS_BINDINGS = "org.facedesk.faiss..";

  private static final String[] WORKFLOWS = {
    "org.facedesk.desktop.login..",
    "org.facedesk.desktop.enroll..",
    "org.facedesk.desktop.check..",
    "org.facedesk.desktop.people..",
    "org.facedesk.desktop.sessions..",
    "org.facedesk.desktop.clients..",
    "org.facedesk.desktop.audit..",
    "org.facedesk.desktop.settings.."
  };

  @ArchTest
  static final ArchRule javafxStaysInTheDesktop =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.facedesk.desktop..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..");

  @ArchTest
  static final ArchRule undertowStaysInTheServer =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.facedesk.server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.undertow..", "jakarta.websocket..", "jakarta.servlet..");

  @ArchTest
  static final ArchRule sqlStaysInTheStore =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.facedesk.store.jdbc..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.jdbi..", "org.h2..", "com.zaxxer..");

  @ArchTest
  static final ArchRule nativeTypesStayAtTheBorder =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.facedesk.engine.torch..",
              "org.facedesk.gallery.faiss..",
              FAISS_BINDINGS,
              "org.facedesk.capture.camera..",
              "org.facedesk.capture.replay..",
              "org.facedesk.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco..", "ai.djl..");

  @ArchTest
  static final ArchRule onlyTheLauncherAndTheServerKnowImplementations =
      noClasses()
          .that(
              resideInAnyPackage(
                      "org.facedesk.enroll..",
                      "org.facedesk.admin..",
                      "org.facedesk.engine.quality..",
                      "org.facedesk.engine.liveness..",
                      "org.facedesk.protocol..",
                      "org.facedesk.desktop..")
                  .and(not(resideInAPackage("org.facedesk.desktop.launch.."))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.facedesk.engine.torch..",
              "org.facedesk.gallery.faiss..",
              FAISS_BINDINGS,
              "org.facedesk.store.jdbc..",
              "org.facedesk.store.seal..",
              "org.facedesk.capture.camera..");

  /** Each is a folder that could be taken out; the window alone knows them all. */
  @ArchTest
  static final ArchRule workflowsOfTheWindowDoNotKnowEachOther =
      slices()
          .matching(
              "org.facedesk.desktop.(login|enroll|check|people|sessions|clients|audit|settings)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule whatWorkflowsShareKnowsNoneOfThem =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.facedesk.desktop.ui..",
              "org.facedesk.desktop.controls..",
              "org.facedesk.desktop.capture..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(WORKFLOWS);

  @ArchTest
  static final ArchRule workflowsDoNotKnowTheWindowTheyAreShownIn =
      noClasses()
          .that()
          .resideInAnyPackage(WORKFLOWS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.facedesk.desktop.shell..", "org.facedesk.desktop.launch..");

  @ArchTest
  static final ArchRule theDesktopDoesNotCallItsOwnServer =
      noClasses()
          .that(
              resideInAPackage("org.facedesk.desktop..")
                  .and(not(resideInAPackage("org.facedesk.desktop.launch.."))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.facedesk.server..", "java.net.http..");

  /**
   * Actions without a constant would have no words in the window. A line of an exported trail is
   * read, not written: it may be another version's.
   */
  @ArchTest
  static final ArchRule whoeverWritesToTheTrailNamesTheActionByItsConstant =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.facedesk.store..")
          .and()
          .doNotHaveFullyQualifiedName("org.facedesk.admin.TrailLine")
          .should()
          .callConstructor(
              AuditEvent.class,
              String.class,
              String.class,
              UUID.class,
              String.class,
              String.class,
              Map.class);

  @ArchTest
  static final ArchRule coreStandsOnTheJdkAlone =
      classes()
          .that()
          .resideInAPackage("org.facedesk.core..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("org.facedesk.core..", "java..", "org.jspecify.."));

  @ArchTest
  static final ArchRule livenessSeesOnlyWhatWasMeasured =
      classes()
          .that()
          .resideInAPackage("org.facedesk.engine.liveness..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "org.facedesk.engine",
                  "org.facedesk.engine.liveness..",
                  "org.facedesk.engine.quality..",
                  "org.facedesk.core..",
                  "java..",
                  "org.jspecify.."));

  @ArchTest
  static final ArchRule noPackageCycles =
      slices()
          .matching("org.facedesk.(**)")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(resideInAPackage(FAISS_BINDINGS), resideInAPackage(FAISS_BINDINGS));

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Tools)");
}
