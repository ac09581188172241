package org.facedesk.server;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.facedesk.server.http.WebsocketUrls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this computer is called and may be reached under. */
final class StationNames {
  private static final Logger LOG = LoggerFactory.getLogger(StationNames.class);

  private StationNames() {}

  /** Names and addresses in lower case; IPv6 without brackets and zones. */
  static Set<String> of(ServerSettings settings) {
    Set<String> names = new TreeSet<>(Set.of("localhost", "127.0.0.1", bare("::1")));
    settings.names().forEach(name -> names.add(bare(name)));
    if (isWildcard(settings.host())) {
      addAddresses(names);
    } else {
      names.add(bare(settings.host()));
    }
    names.add(hostName());
    return names;
  }

  /** The name to tell someone who used none of ours. */
  static String fallback(ServerSettings settings) {
    return isWildcard(settings.host()) ? hostName() : settings.host();
  }

  private static boolean isWildcard(String host) {
    return host.equals("0.0.0.0") || host.equals("::") || host.equals("[::]");
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
    } catch (UnknownHostException e) {
      LOG.debug("this computer's name is not known to itself", e);
      return "localhost";
    }
  }

  private static void addAddresses(Set<String> names) {
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .map(InetAddress::getHostAddress)
          .map(StationNames::bare)
          .forEach(names::add);
    } catch (SocketException e) {
      LOG.warn("this computer's addresses cannot be listed", e);
    }
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
    int zone = lower.indexOf('%');
    return WebsocketUrls.canonical(zone < 0 ? lower : lower.substring(0, zone));
  }
}
