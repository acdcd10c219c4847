package org.clubpost.local.http;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.clubpost.core.UnavailableException;
import org.clubpost.local.door.Proxies;
import org.clubpost.local.files.FolderUploads;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server. It listens from the first moment, and answers 503 until it is told that everything is ready ({@link
 * #ready}). What it serves is added before that.
 */
public final class HttpFront implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());
    private static final int THREADS = 40;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Server server;
    private final ServerConnector connector;
    private final HttpDoor door;
    private final BodySpace space;
    private final InstantSource clock;
    private final Map<String, FunctionRoute> functions = new ConcurrentHashMap<>();
    private final Map<String, FunctionRoute> functionsUnder = new ConcurrentHashMap<>();
    private final Map<String, PageSource> pages = new ConcurrentHashMap<>();
    private volatile PageSource others = _ -> Reply.text(404, "There is no such page.\n");
    private volatile BiFunction<Request, Reply, Reply> errors = (_, reply) -> reply;
    private volatile Optional<UploadRoute> uploads = Optional.empty();
    private volatile boolean ready;

    private HttpFront(Server server, ServerConnector connector, HttpDoor door, BodySpace space, InstantSource clock) {
        this.server = server;
        this.connector = connector;
        this.door = door;
        this.space = space;
        this.clock = clock;
    }

    /**
     * Starts to listen.
     *
     * @param port the port; 0 for any free port
     * @throws IOException when the port is taken
     */
    public static HttpFront open(InetAddress bind, int port, InstantSource clock) throws IOException {
        return open(bind, port, Proxies.NONE, HttpLimits.USUAL, clock);
    }

    /**
     * Starts to listen, behind proxies.
     *
     * @param port the port; 0 for any free port
     * @throws IOException when the port is taken
     */
    public static HttpFront open(InetAddress bind, int port, Proxies proxies, HttpLimits limits, InstantSource clock)
            throws IOException {
        var threads = new QueuedThreadPool(THREADS);
        threads.setName("http");
        var server = new Server(threads);
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        var connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(bind.getHostAddress());
        connector.setPort(port);
        connector.setIdleTimeout(limits.header().plus(limits.body()).toMillis());
        var door = new HttpDoor(limits, proxies, connector.getScheduler());
        connector.addBean(door);
        server.addConnector(connector);
        var front = new HttpFront(server, connector, door, new BodySpace(limits.bodySpace()), clock);
        server.setHandler(new GracefulHandler(front.new Dispatch()));
        server.setErrorHandler((request, response, callback) -> {
            // A version or a coding that there is not is the sender's mistake, though HTTP counts it among ours.
            var status = response.getStatus() == 505 || response.getStatus() == 501 ? 400 : response.getStatus();
            front.answer(request, Reply.text(status, "This request cannot be served.\n"), response, callback);
            return true;
        });
        server.setStopTimeout(GRACE.toMillis());
        try {
            server.start();
        } catch (IOException taken) {
            front.close();
            throw taken;
        } catch (Exception e) {
            front.close();
            throw new IOException("the HTTP server does not start", e);
        }
        return front;
    }

    /** The port on which it listens. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Sends the requests for exactly this path to that function. */
    public void function(String path, String name,
            RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
        functions.put(path, new FunctionRoute(name, handler, door, this::answer, clock,
                new FunctionRoute.Kept(FunctionRoute.OF_A_FORM, space)));
    }

    /**
     * Sends the requests for this path and everything under it to that function, with bodies as long as Lambda takes
     * them.
     *
     * @param path one segment, such as {@code /rooms}
     */
    public void functionUnder(String path, String name,
            RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
        functionsUnder.put(path, new FunctionRoute(name, handler, door, this::answer, clock,
                new FunctionRoute.Kept(FunctionRoute.OF_LAMBDA, space)));
    }

    /**
     * Serves a path and everything under it.
     *
     * @param path one segment, such as {@code /mailbox}
     */
    public void pages(String path, PageSource source) {
        pages.put(path, source);
    }

    /**
     * Serves a path and everything under it to programs on this machine that have the key.
     *
     * @param path one segment, such as {@code /mailbox}
     */
    public void ownersPages(String path, PageSource source, PageKey key) {
        pages(path, new OwnersPages(source, path, key, port()));
    }

    /** Takes files that browsers send with the forms that this gives. */
    public void uploads(FolderUploads folder) {
        uploads = Optional.of(new UploadRoute(folder, door, this::answer));
    }

    /** Serves every path that nothing else serves. */
    public void otherPages(PageSource source) {
        others = source;
    }

    /** Says with those pages what went wrong. */
    public void errors(ErrorReplies pages) {
        errors = pages::shown;
    }

    /** From now on, requests are served. */
    public void ready() {
        ready = true;
    }

    /** How many octets of long bodies still find a place. */
    long bodySpace() {
        return space.free();
    }

    /** Gives the requests under way a few seconds to end, and stops. */
    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the HTTP server does not stop", e);
        }
    }

    private final class Dispatch extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            var path = Objects.requireNonNullElse(Request.getPathInContext(request), "");
            door.began(request);
            var function = functions.getOrDefault(path, functionsUnder.get(firstSegment(path)));
            if (!ready) {
                answer(request, Reply.json(503, "{\"status\":\"starting\"}").with("Retry-After", "1"), response,
                        callback);
            } else if (path.equals(FolderUploads.PATH) && uploads.isPresent()) {
                uploads.get().serve(request, response, callback);
            } else if (function != null) {
                function.serve(request, response, callback);
            } else if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
                answer(request, Reply.text(405, "This page can only be read.\n").with("Allow", "GET, HEAD"), response,
                        callback);
            } else {
                door.isWhole(request);
                answer(request, page(request, path), response, callback);
            }
            return true;
        }

        private Reply page(Request request, String path) {
            try {
                return source(path).get(pageRequest(request, path));
            } catch (UnavailableException e) {
                LOG.log(WARNING, "http outcome=unavailable", e);
                return Reply.text(503, "The data cannot be read now; the log says why.\n");
            } catch (RuntimeException fault) {
                LOG.log(ERROR, "http outcome=fault", fault);
                return Reply.text(500, "Something went wrong here; the log says what.\n");
            }
        }

        private PageSource source(String path) {
            return pages.getOrDefault(firstSegment(path), others);
        }

        private static String firstSegment(String path) {
            var end = path.indexOf('/', 1);
            return end < 0 ? path : path.substring(0, end);
        }
    }

    private static PageRequest pageRequest(Request request, String path) {
        var parameters = new HashMap<String, String>();
        QueryParameters.of(query(request)).forEach((name, values) -> parameters.put(name, values.getFirst()));
        var etag = request.getHeaders().get("If-None-Match");
        return new PageRequest(path, parameters, cookies(request), etag == null ? "" : etag, FromHere.is(request));
    }

    /** The query as it was sent, without its question mark; empty when there is none. */
    static String query(Request request) {
        var query = request.getHttpURI().getQuery();
        return query == null ? "" : query;
    }

    /** Each cookie is a name and a value (RFC 6265 section 4.2.1); what is not one is not looked at. */
    private static Map<String, String> cookies(Request request) {
        var cookies = new HashMap<String, String>();
        for (var field : request.getHeaders().getFields("Cookie")) {
            for (var pair : Objects.requireNonNullElse(field.getValue(), "").split(";", -1)) {
                var equals = pair.indexOf('=');
                if (equals > 0) {
                    cookies.putIfAbsent(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
                }
            }
        }
        return cookies;
    }

    private void answer(Request request, Reply asLine, Response response, Callback callback) {
        var reply = errors.apply(request, asLine);
        response.setStatus(reply.status());
        reply.headers().forEach(response.getHeaders()::put);
        writeContent(request, reply.content(), response, callback);
    }

    /** Writes the content; for a HEAD request, only its length. */
    static void writeContent(Request request, byte[] content, Response response, Callback callback) {
        response.getHeaders().put("Content-Length", content.length);
        var body = HttpMethod.HEAD.is(request.getMethod()) ? ByteBuffer.allocate(0) : ByteBuffer.wrap(content);
        response.write(true, body, callback);
    }
}
