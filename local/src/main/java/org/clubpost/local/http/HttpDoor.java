package org.clubpost.local.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clubpost.local.door.Places;
import org.clubpost.local.door.Proxies;
import org.clubpost.local.door.Source;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/** Gives HTTP connections their places, and takes them from those that are slow. Safe for use by many threads. */
final class HttpDoor implements Connection.Listener {

    private final HttpLimits limits;
    private final Proxies proxies;
    private final Scheduler scheduler;
    private final Places places;
    private final Map<Connection, HttpGuest> guests = new ConcurrentHashMap<>();

    HttpDoor(HttpLimits limits, Proxies proxies, Scheduler scheduler) {
        this.limits = limits;
        this.proxies = proxies;
        this.scheduler = scheduler;
        this.places = new Places(limits.connections(), limits.perSource());
    }

    @Override
    public void onOpened(Connection connection) {
        var end = connection.getEndPoint();
        var peer = peer(end.getRemoteSocketAddress());
        if (peer.isEmpty()) {
            return;
        }
        var guest = new HttpGuest(end, Source.of(peer.get()), scheduler);
        if (!(standsForMany(peer.get()) ? places.enterForMany(guest) : places.enter(guest))) {
            end.close();
            return;
        }
        guests.put(connection, guest);
        guest.hasToSendWithin(limits.header());
    }

    @Override
    public void onClosed(Connection connection) {
        var guest = guests.remove(connection);
        if (guest != null) {
            guest.isServed();
            places.leave(guest);
        }
    }

    /** A request's header is there. Its body has its own time, and so has the next request. */
    void began(Request request) {
        var guest = guests.get(request.getConnectionMetaData().getConnection());
        if (guest != null) {
            guest.hasToSendWithin(limits.body());
            Request.addCompletionListener(request, _ -> guest.hasToSendWithin(limits.header()));
        }
    }

    /** All of a request is there. */
    void isWhole(Request request) {
        var guest = guests.get(request.getConnectionMetaData().getConnection());
        if (guest != null) {
            guest.isServed();
        }
    }

    /**
     * How a request began.
     *
     * @param source where, as far as that can be believed
     * @param scheme {@code https} or {@code http}, as far as that can be believed; empty on a way that leaves this machine
     *         nowhere, as far as is known
     */
    record Began(InetAddress source, Optional<String> scheme) {}

    /** How that request began. */
    Began beginning(Request request) {
        var peer = peer(request.getConnectionMetaData().getRemoteSocketAddress())
                .orElseGet(InetAddress::getLoopbackAddress);
        return new Began(proxies.source(peer, values(request, "X-Forwarded-For")),
                proxies.scheme(peer, values(request, Proxies.SCHEME)));
    }

    private static List<String> values(Request request, String name) {
        return request.getHeaders().getFields(name).stream()
                .flatMap(field -> Optional.ofNullable(field.getValue()).stream()).toList();
    }

    private boolean standsForMany(InetAddress peer) {
        return peer.isLoopbackAddress() || proxies.include(peer);
    }

    private static Optional<InetAddress> peer(java.net.SocketAddress address) {
        return address instanceof InetSocketAddress internet
                ? Optional.ofNullable(internet.getAddress())
                : Optional.empty();
    }
}
