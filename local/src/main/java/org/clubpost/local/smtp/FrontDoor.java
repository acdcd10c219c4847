package org.clubpost.local.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import org.clubpost.local.door.Places;

/** Where SMTP clients come in, as long as there are places. */
final class FrontDoor extends ServerSocket {

    private static final byte[] FULL = "421 4.7.0 Too many connections, please try again later\r\n".getBytes(US_ASCII);

    private final Places places;
    private final SmtpLimits limits;

    FrontDoor(SmtpLimits limits) throws IOException {
        this.limits = limits;
        this.places = new Places(limits.connections(), limits.perSource());
    }

    @Override
    public Socket accept() throws IOException {
        while (true) {
            var socket = new ClientSocket(places, limits);
            implAccept(socket);
            if (places.enter(socket)) {
                return socket;
            }
            socket.refuse(FULL);
        }
    }
}
