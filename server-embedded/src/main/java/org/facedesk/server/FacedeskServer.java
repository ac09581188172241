package org.facedesk.server;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.RequestLimit;
import io.undertow.server.handlers.RequestLimitingHandler;
import jakarta.servlet.ServletException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.WireFormat;
import org.facedesk.protocol.crypto.ResultEnvelope;
import org.facedesk.server.http.ErrorBoundary;
import org.facedesk.server.http.Router;
import org.facedesk.server.http.WebsocketUrls;
import org.facedesk.server.security.AddressLimitLayer;
import org.facedesk.server.security.FrameLimits;
import org.facedesk.server.security.OriginLayer;
import org.facedesk.server.security.Peer;
import org.facedesk.server.security.RateLimits;
import org.facedesk.server.security.ResultSealing;
import org.facedesk.server.security.SecurityChain;
import org.facedesk.server.security.SecurityHeaders;
import org.facedesk.server.security.SecurityTrail;
import org.facedesk.server.security.TlsCertificate;
import org.facedesk.server.security.TransportLayer;
import org.facedesk.server.ws.FrameTurns;
import org.facedesk.server.ws.OpenSockets;
import org.facedesk.server.ws.RestSessions;
import org.facedesk.server.ws.SocketContext;
import org.facedesk.server.ws.SocketDeployment;
import org.facedesk.server.ws.SocketMeters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.Options;
import org.xnio.Sequence;

/**
 * The embedded server. Start it once, stop it once; it owns its own threads and nothing it was
 * given.
 */
public final class FacedeskServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FacedeskServer.class);
  private static final int MOST_REQUESTS_AT_ONCE = 256;
  private static final int MOST_REQUESTS_WAITING = 256;

  /** Of any body; the layers refuse far less, but let the sender finish. */
  private static final long HARD_LIMIT_BYTES = 8L * 1024 * 1024;

  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int NO_REQUEST_MILLIS = 60_000;
  private static final int HEADER_MILLIS = 10_000;
  private static final Duration FAREWELL = Duration.ofSeconds(5);
  private static final Duration A_REQUEST = Duration.ofMinutes(1);

  /** Requests on one HTTP/2 connection at a time. */
  private static final int MOST_STREAMS = 100;

  private final ServerSettings settings;
  private final ServerPorts ports;
  private final WireFormat format = new WireFormat();
  private final ExecutorService blocking =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("facedesk-request-", 0).factory());

  private final SecurityTrail trail;

  /**
   * Virtual threads are never used twice: what thread-local caches of buffers held would be lost.
   */
  private final ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES, -1, 0);

  private @Nullable Running running;
  private boolean stopped;

  /** What exists while the server runs. */
  private record Running(
      Undertow undertow,
      GracefulShutdownHandler requests,
      OpenSockets sockets,
      SocketDeployment deployment,
      BoundAddress address,
      List<String> addresses,
      @Nullable ServerCertificate certificate) {}

  public FacedeskServer(ServerSettings settings, ServerPorts ports) {
    this.settings = settings;
    this.ports = ports;
    this.trail = new SecurityTrail(ports.audit(), blocking);
  }

  /**
   * Listens from here on.
   *
   * @return the address it got
   * @throws FacedeskException PORT_IN_USE, SETTINGS_INVALID
   */
  public synchronized BoundAddress start() {
    if (running != null || stopped) {
      throw new IllegalStateException("a server is started once");
    }
    @Nullable ServerCertificate certificate =
        settings.encrypted()
            ? ServerCertificate.of(settings, ports.clock(), ports.metrics())
            : null;
    SocketContext context = socketContext();
    RestSessions restSessions = new RestSessions(context);
    OpenSockets sockets = new OpenSockets(context, restSessions);
    try {
      SocketDeployment deployment = new SocketDeployment(sockets, buffers);
      LateHandler late =
          new LateHandler(new Overloaded(format, ports.metrics(), "The station is starting."));
      GracefulShutdownHandler requests = new GracefulShutdownHandler(late);
      HttpHandler outermost =
          new Overloaded(format, ports.metrics(), "The station is stopping; try again later.")
              .inPlaceOfSilence(requests);
      Undertow undertow = undertow(outermost, certificate == null ? null : certificate.first());
      listen(undertow);
      int port = ((InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress()).getPort();
      Router router = router(sockets, restSessions, port);
      late.become(handlers(router, deployment));
      BoundAddress address =
          new BoundAddress(
              certificate != null,
              settings.host(),
              port,
              certificate == null ? null : certificate.first().fingerprint());
      if (certificate != null) {
        certificate.watch(
            fresh -> undertow.getListenerInfo().getFirst().setSslContext(fresh.context()));
      }
      List<String> addresses =
          router.addresses().stream().map(one -> one.method() + " " + one.template()).toList();
      running =
          new Running(undertow, requests, sockets, deployment, address, addresses, certificate);
      LOG.info("listening on {}", address.url());
      if (address.fingerprint() != null) {
        LOG.info("certificate SHA-256 {}", address.fingerprint());
      }
      return address;
    } catch (ServletException e) {
      sockets.close();
      throw new FacedeskException(ErrorCode.INTERNAL, "The WebSocket container did not start.", e);
    } catch (RuntimeException e) {
      sockets.close();
      throw e;
    }
  }

  /** What REST answers, as {@code METHOD /path}; empty unless it runs. */
  public synchronized List<String> addresses() {
    return running == null ? List.of() : running.addresses();
  }

  /** Sockets that are open now. */
  public synchronized int openSockets() {
    return running == null ? 0 : running.sockets().count();
  }

  /**
   * Closes what is open for a client that was revoked or given new credentials. Requests need no
   * such word: they are checked one by one.
   */
  public synchronized void shutOut(UUID client) {
    if (running != null) {
      running.sockets().shutOut(client);
    }
  }

  /** Looks at the certificate's files now, instead of within the next seconds. */
  synchronized void lookAtCertificate() {
    if (running != null && running.certificate() != null) {
      running.certificate().look();
    }
  }

  /** Tells the sockets, lets requests finish, and stops listening. Does nothing a second time. */
  @Override
  public synchronized void close() {
    Running was = running;
    running = null;
    stopped = true;
    if (was != null) {
      stop(was);
    }
    blocking.close();
  }

  private static void stop(Running was) {
    if (was.certificate() != null) {
      was.certificate().close();
    }
    try {
      was.requests().shutdown();
      if (!was.sockets().farewell(FAREWELL)) {
        LOG.warn("{} sockets did not leave in time", was.sockets().count());
      }
      if (!was.requests().awaitShutdown(FAREWELL.toMillis())) {
        LOG.warn("requests were cut off");
      }
      was.deployment().stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ServletException e) {
      LOG.warn("the WebSocket container did not stop cleanly", e);
    } finally {
      was.sockets().close();
      was.undertow().stop();
      LOG.info("stopped listening on {}", was.address().url());
    }
  }

  private SocketContext socketContext() {
    return new SocketContext(
        ports.sessions(),
        ports.clients(),
        new ResultSealing(ports.clients(), new ResultEnvelope(new SecureRandom()), format),
        format,
        ports.analysis(),
        new FrameTurns(ports.analysis()),
        blocking,
        ports.qualityThreshold(),
        new SocketMeters(ports.metrics()),
        new FrameLimits(
            new RateLimits(settings.limits().framesPerClient(), "frames of one client"),
            new RateLimits(settings.limits().framesPerAddress(), "frames from one address")),
        trail);
  }

  private Router router(OpenSockets sockets, RestSessions restSessions, int port) {
    Set<String> names = StationNames.of(settings);
    WebsocketUrls urls =
        new WebsocketUrls(
            settings.publicUrl(),
            names,
            new BoundAddress(false, StationNames.fallback(settings), port, null).authority());
    return new Routes(ports, settings.limits(), format, trail).router(urls, sockets, restSessions);
  }

  private HttpHandler handlers(Router router, SocketDeployment deployment) {
    SecurityChain everyone =
        SecurityChain.of(
            new TransportLayer(trustedProxies()),
            new AddressLimitLayer(
                new RateLimits(settings.limits().perAddress(), "requests from one address")),
            new OriginLayer(ports.clients()));
    HttpHandler routes = new PathHandler(router).addPrefixPath(SocketDeployment.PREFIX, deployment);
    HttpHandler guarded =
        exchange -> {
          everyone.check(exchange);
          routes.handleRequest(exchange);
        };
    RequestLimit limit = new RequestLimit(MOST_REQUESTS_AT_ONCE, MOST_REQUESTS_WAITING);
    limit.setFailureHandler(
        new Overloaded(format, ports.metrics(), "The station has too much to do."));
    return new RequestLimitingHandler(
        limit, new ErrorBoundary(format, blocking, trail, guarded, ports.metrics(), A_REQUEST));
  }

  private Set<java.net.InetAddress> trustedProxies() {
    try {
      return Peer.addresses(settings.trustedProxies());
    } catch (UnknownHostException e) {
      throw new FacedeskException(
          ErrorCode.SETTINGS_INVALID, "A trusted proxy has no known address.", e);
    }
  }

  private Undertow undertow(HttpHandler handler, @Nullable TlsCertificate certificate) {
    Undertow.Builder builder =
        Undertow.builder()
            .setByteBufferPool(buffers)
            .setIoThreads(Math.max(2, Runtime.getRuntime().availableProcessors()))
            .setWorkerThreads(4)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, HARD_LIMIT_BYTES)
            // paths are taken apart first: ids may hold a slash
            .setServerOption(UndertowOptions.DECODE_URL, false)
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, NO_REQUEST_MILLIS)
            .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEADER_MILLIS)
            .setHandler(new SecurityHeaders(handler));
    String host = settings.host().replace("[", "").replace("]", "");
    if (certificate == null) {
      return builder.addHttpListener(settings.port(), host).build();
    }
    SSLContext context = certificate.context();
    return builder
        .addHttpsListener(settings.port(), host, context)
        .setSocketOption(Options.SSL_ENABLED_PROTOCOLS, Sequence.of("TLSv1.3", "TLSv1.2"))
        .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
        .setServerOption(UndertowOptions.HTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, MOST_STREAMS)
        .build();
  }

  private void listen(Undertow undertow) {
    try {
      undertow.start();
    } catch (RuntimeException e) {
      Throwable cause = e.getCause();
      if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
        throw new FacedeskException(
            ErrorCode.PORT_IN_USE, "Port " + settings.port() + " is in use.", e);
      }
      throw new FacedeskException(
          ErrorCode.SETTINGS_INVALID,
          "The server cannot listen on " + settings.host() + ":" + settings.port() + ".",
          e);
    }
  }
}
