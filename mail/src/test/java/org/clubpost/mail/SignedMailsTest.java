package org.clubpost.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.jcajce.JcaKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.junit.jupiter.api.Test;

/** Mails that OpenSSL and GnuPG signed: their signatures hold after all steps, and not by chance. */
class SignedMailsTest {

    private static String copyOf(String name) {
        return Mails.copy(new String(Mails.resource("signed/" + name), StandardCharsets.ISO_8859_1));
    }

    private static Entity part(String mail, int index) {
        return ((Body.Multipart) MimeParser.parse(Octets.latin1(mail)).body()).parts().get(index).entity();
    }

    private static byte[] content(Entity entity) {
        return TransferDecoder.decode(((Body.Leaf) entity.body()).octets(), entity.transferEncoding()).orElseThrow()
                .toByteArray();
    }

    private static boolean isGenuine(CMSSignedData signed) throws CMSException, IOException {
        for (SignerInformation signer : signed.getSignerInfos().getSigners()) {
            for (Object match : signed.getCertificates().getMatches(null)) {
                try {
                    return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build((X509CertificateHolder) match));
                } catch (CMSException e) {
                    return false;
                } catch (OperatorCreationException | java.security.cert.CertificateException e) {
                    throw new IOException(e);
                }
            }
        }
        throw new IOException("no signer");
    }

    private static boolean isGenuineSmime(String mail) throws CMSException, IOException {
        byte[] signed = MimeWriter.toOctets(part(mail, 0)).toByteArray();
        return isGenuine(new CMSSignedData(new CMSProcessableByteArray(signed), content(part(mail, 1))));
    }

    private static boolean isGenuinePgp(String mail) throws PGPException, IOException {
        byte[] signed = MimeWriter.toOctets(part(mail, 0)).toByteArray();
        var decoder = PGPUtil.getDecoderStream(new ByteArrayInputStream(content(part(mail, 1))));
        var signatures = (PGPSignatureList) new JcaPGPObjectFactory(decoder).nextObject();
        PGPSignature signature = signatures.get(0);
        var keys = new PGPPublicKeyRingCollection(
                PGPUtil.getDecoderStream(new ByteArrayInputStream(Mails.resource("signed/pgp-key.asc"))),
                new JcaKeyFingerprintCalculator());
        signature.init(new JcaPGPContentVerifierBuilderProvider(), keys.getPublicKey(signature.getKeyID()));
        signature.update(signed);
        return signature.verify();
    }

    @Test
    void aClearSmimeSignatureHolds() throws CMSException, IOException {
        String copy = copyOf("smime-signed.eml");

        assertTrue(isGenuineSmime(copy));
        assertFalse(isGenuineSmime(copy.replace("trailing blanks   ", "trailing blanks")));
        assertTrue(copy.contains("List-Unsubscribe: <https://"));
        assertTrue(copy.contains("{{unsubscribe_url}}"));
    }

    @Test
    void anOpaqueSmimeSignatureHolds() throws CMSException, IOException {
        String copy = copyOf("smime-opaque.eml");

        Entity mail = MimeParser.parse(Octets.latin1(copy));
        assertTrue(isGenuine(new CMSSignedData(content(mail))));
        assertEquals("x-pkcs7-mime", mail.contentType().subtype());
    }

    @Test
    void aPgpSignatureHolds() throws PGPException, IOException {
        String copy = copyOf("pgp-signed.eml");

        assertTrue(isGenuinePgp(copy));
        assertFalse(isGenuinePgp(copy.replace("Preamble that is", "Preamble that was")));
        assertTrue(
                copy.contains("\r\n\r\nThis is an OpenPGP/MIME signed message (RFC 4880 and 3156)\r\n--=_outer\r\n"));
    }
}
