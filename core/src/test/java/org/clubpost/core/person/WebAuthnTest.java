package org.clubpost.core.person;

import static org.clubpost.core.person.Device.pair;
import static org.clubpost.core.person.Device.said;
import static org.clubpost.core.person.Device.signed;
import static org.clubpost.core.person.Device.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counters, keys and signatures of passkeys (Web Authentication Level 3, sections 6.1 and 7). */
class WebAuthnTest {

    private static final String HOST = "lists.example.org";
    private static final String ORIGIN = "https://lists.example.org";
    private static final String CHALLENGE = "Q2hhbGxlbmdl";
    private static final int PRESENT_AND_VERIFIED = 5;

    private final WebAuthn web = new WebAuthn(HOST, ORIGIN);
    private final KeyPair pair = pair("EC");

    private Passkey counted(long counter) {
        return new Passkey("credential", text(pair.getPublic().getEncoded()), WebAuthn.ES256, counter,
                FixedClock.START, "Phone");
    }

    private static WebAuthn.Said asserted(int counter) {
        return said(HOST, PRESENT_AND_VERIFIED, counter, "webauthn.get", CHALLENGE, ORIGIN);
    }

    private static WebAuthn.Said created() {
        return said(HOST, PRESENT_AND_VERIFIED, 3, "webauthn.create", CHALLENGE, ORIGIN);
    }

    /** The counter has 32 bits without a sign. */
    @ParameterizedTest
    @CsvSource({"0,0,0", "0,1,1", "4,5,5", "4,-1,4294967295", "2147483647,-2147483648,2147483648"})
    void counterGoesOnOrNeverCounts(long before, int signed, long after) {
        var said = asserted(signed);

        assertEquals(Optional.of(after), web.asserted(counted(before), said, signed(pair, said), CHALLENGE));
    }

    @ParameterizedTest
    @CsvSource({"1,0", "5,5", "5,4", "4294967295,1"})
    void counterThatCountedAndDoesNotGrowShowsACopy(long before, int signed) {
        var said = asserted(signed);

        assertEquals(Optional.empty(), web.asserted(counted(before), said, signed(pair, said), CHALLENGE));
    }

    @Test
    void newPasskeyBeginsWithItsCounter() {
        assertEquals(Optional.of(3L),
                web.registered(counted(0).key(), WebAuthn.ES256, created(), CHALLENGE));
    }

    @Test
    void goodKeyIsNotTakenForWhatAnotherPageOrChallengeSays() {
        var key = counted(0).key();

        assertEquals(Optional.empty(), web.registered(key, WebAuthn.ES256, created(), "another"));
        assertEquals(Optional.empty(), web.registered(key, WebAuthn.ES256, asserted(3), CHALLENGE));
        assertEquals(Optional.empty(), new WebAuthn("other.example", ORIGIN).registered(key, WebAuthn.ES256,
                created(), CHALLENGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_048, 3_072, 4_096})
    void rsaKeyOfAUsualSizeIsTaken(int bits) throws GeneralSecurityException {
        assertEquals(Optional.of(3L), web.registered(rsa(bits), WebAuthn.RS256, created(), CHALLENGE));
    }

    /** A small one is broken, and a huge one takes long to check. */
    @ParameterizedTest
    @ValueSource(ints = {1_024, 2_047, 4_097, 16_384})
    void rsaKeyOfAnotherSizeIsNotTaken(int bits) throws GeneralSecurityException {
        assertEquals(Optional.empty(), web.registered(rsa(bits), WebAuthn.RS256, created(), CHALLENGE));
    }

    private static String rsa(int bits) throws GeneralSecurityException {
        return text(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(
                BigInteger.ONE.shiftLeft(bits - 1).or(BigInteger.ONE), BigInteger.valueOf(65_537))).getEncoded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "%"})
    void whatIsNoKeyOrNoSignatureIsNone(String text) {
        assertEquals(Optional.empty(), web.registered(text, WebAuthn.ES256, created(), CHALLENGE));
        assertEquals(Optional.empty(), web.asserted(counted(0), asserted(1), text, CHALLENGE));
    }

    @Test
    void whatTheDeviceSaysIsSignedWithIt() {
        var said = asserted(1);

        assertEquals(Optional.empty(), web.asserted(counted(0), asserted(2), signed(pair, said), CHALLENGE));
    }
}
