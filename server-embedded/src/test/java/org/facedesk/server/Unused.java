package org.facedesk.server;

import java.lang.reflect.Proxy;
import java.time.InstantSource;
import org.facedesk.admin.EnrollmentAdministration;
import org.facedesk.admin.PeopleAdministration;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.enroll.PictureIntake;
import org.facedesk.enroll.SampleJudge;
import org.facedesk.gallery.Gallery;
import org.facedesk.store.Store;

/** Ports that a test has no use for: whoever calls them is told so. */
final class Unused {
  private Unused() {}

  static ServerPorts.People people() {
    Store store = port(Store.class);
    Gallery gallery = port(Gallery.class);
    return new ServerPorts.People(
        new PeopleAdministration(store, gallery, InstantSource.system()),
        new EnrollmentAdministration(store, gallery, InstantSource.system()),
        new PictureIntake(
            port(FaceAnalyzer.class), port(FrameDecoder.class), port(SampleJudge.class)));
  }

  private static <T> T port(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            Unused.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(
                  type.getSimpleName() + " has no part in this test");
            }));
  }
}
