package org.facedesk.desktop.launch;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import org.facedesk.admin.EnrollmentAdministration;
import org.facedesk.admin.PeopleAdministration;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.enroll.PictureIntake;
import org.facedesk.enroll.SampleJudge;
import org.facedesk.enroll.SessionService;
import org.facedesk.gallery.Gallery;
import org.facedesk.server.ServerPorts;
import org.facedesk.server.http.StationProbe;
import org.facedesk.server.security.ClientDirectory;
import org.facedesk.store.Store;

/** A server's ports behind which there is nothing: it listens, and that is all. */
final class EmptyPorts {
  private EmptyPorts() {}

  static ServerPorts over(PrometheusMeterRegistry meters) {
    Store store = port(Store.class);
    Gallery gallery = port(Gallery.class);
    return new ServerPorts(
        port(SessionService.class),
        new ServerPorts.People(
            new PeopleAdministration(store, gallery, InstantSource.system()),
            new EnrollmentAdministration(store, gallery, InstantSource.system()),
            new PictureIntake(
                port(FaceAnalyzer.class), port(FrameDecoder.class), port(SampleJudge.class))),
        port(ClientDirectory.class),
        port(StationProbe.class),
        Runnable::run,
        new byte[32],
        () -> 0.5,
        meters,
        event -> {},
        InstantSource.system());
  }

  private static <T> T port(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            EmptyPorts.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(
                  type.getSimpleName() + " has no part in this test");
            }));
  }
}
