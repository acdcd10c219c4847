package org.clubpost.local.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.clubpost.local.relay.RelayServer.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RelayServerTest {

    @Test
    void serverWithoutLogin() {
        assertEquals(Optional.of(new RelayServer("localhost", 2525, false, new Login.Anonymous())),
                RelayServer.parse("smtp://localhost:2525", "unused"));
        assertEquals(Optional.of(new RelayServer("::1", 25, false, new Login.Anonymous())),
                RelayServer.parse("smtp://[::1]/", "unused"));
    }

    @Test
    void portFollowsFromTheKind() {
        assertEquals(Optional.of(25), RelayServer.parse("smtp://mail.example.org", "p").map(RelayServer::port));
        assertEquals(Optional.of(587), RelayServer.parse("smtp://ann@mail.example.org", "p").map(RelayServer::port));
        assertEquals(Optional.of(465), RelayServer.parse("smtps://ann@mail.example.org", "p").map(RelayServer::port));
    }

    @Test
    void userMayBeAnAddress() {
        var server = Optional.of(
                new RelayServer("mail.example.org", 465, true, new Login.Password("ann+x@example.org", "secret")));

        assertEquals(server, RelayServer.parse("smtps://ann+x@example.org@mail.example.org", "secret"));
        assertEquals(server, RelayServer.parse("smtps://ann+x%40example.org@mail.example.org:465", "secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost:25", "http://localhost", "smtp://", "smtp://ann:secret@localhost",
                    "smtp://localhost:99999", "smtp://localhost?x=y", "smtp://a%4@localhost", "smtp://local host"})
    void somethingElseIsNoServer(String text) {
        assertEquals(Optional.empty(), RelayServer.parse(text, ""));
    }

    @ParameterizedTest
    @CsvSource({"email-smtp.eu-west-1.amazonaws.com,true", "EMAIL-SMTP-FIPS.us-east-1.amazonaws.com,true",
            "email-smtp.cn-north-1.amazonaws.com.cn,true", "localhost,false", "email-smtp.example.org,false",
            "mail.amazonaws.com,false"})
    void sesIsKnownByItsName(String host, boolean isSes) {
        assertEquals(isSes, RelayServer.parse("smtp://" + host, "").orElseThrow().isSes());
    }

    @Test
    void passwordIsNotShown() {
        assertFalse(RelayServer.parse("smtp://ann@localhost", "secret").toString().contains("secret"));
    }
}
