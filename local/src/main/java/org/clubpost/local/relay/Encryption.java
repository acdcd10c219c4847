package org.clubpost.local.relay;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.reason.Reason;

/**
 * TLS to a mail server. The server's certificate must come from an authority that the JDK trusts ({@code
 * javax.net.ssl.trustStore}), and be for the name that we know the server by (RFC 7817).
 *
 * <p>There is one exception: when we do not log in, and the server is on this very machine, any certificate will do.
 * Mail servers come with a certificate that nobody signed, nobody can stand in between, and the other choice would be
 * no encryption at all.
 */
final class Encryption {

    private final SSLContext checked;
    private final SSLContext unchecked;

    /**
     * @param checked knows whom to trust; for servers whose certificate has to be checked
     */
    Encryption(SSLContext checked) {
        this.checked = checked;
        this.unchecked = trustingAnybody();
    }

    /** Trusts the authorities that the JDK trusts. */
    static Encryption usual() {
        try {
            return new Encryption(SSLContext.getDefault());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK's trust store cannot be read", e);
        }
    }

    /**
     * Encrypts a connection.
     *
     * @param isAnybodyTrusted whether the certificate does not matter
     * @throws PutOff when the certificate is not to be trusted
     * @throws IOException when the connection broke
     */
    SSLSocket over(Socket plain, RelayServer server, boolean isAnybodyTrusted) throws IOException {
        var context = isAnybodyTrusted ? unchecked : checked;
        var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, server.host(), server.port(), true);
        if (!isAnybodyTrusted) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        try {
            socket.startHandshake();
            return socket;
        } catch (SSLHandshakeException e) {
            throw isAboutCertificate(e)
                    ? new PutOff(DeferralCause.BLOCKED,
                            Reason.of(Reason.Cause.RELAY_CERTIFICATE))
                    : new PutOff(DeferralCause.UNREACHABLE, Reason.of(Reason.Cause.RELAY_TLS_FAILED));
        }
    }

    private static boolean isAboutCertificate(Throwable e) {
        for (var each = e; each != null; each = each.getCause()) {
            if (each instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private static SSLContext trustingAnybody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("we are no server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            // Whichever server it is, it is on this machine.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
