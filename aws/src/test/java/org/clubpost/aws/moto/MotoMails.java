package org.clubpost.aws.moto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.clubpost.aws.ses.SentMail;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * What SES took of mails, from the moment at which this was made. It takes whatever is UTF-8 from a verified domain to
 * whomever, and answers anything else with a fault.
 */
public final class MotoMails {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MotoServer moto;
    private final int before;

    private MotoMails(MotoServer moto) {
        this.moto = moto;
        this.before = all(moto).size();
    }

    /** From now on, and mails from that domain are taken. */
    public static MotoMails from(String domain) {
        var moto = MotoServer.running();
        try (var ses = moto.at(SesClient.builder()).build()) {
            ses.verifyDomainIdentity(request -> request.domain(domain));
        }
        return new MotoMails(moto);
    }

    /** The mails, in the order in which they came; moto forgets their configuration sets and tags. */
    public List<SentMail> sent() {
        var all = all(moto);
        return all.subList(before, all.size());
    }

    private static List<SentMail> all(MotoServer moto) {
        try (var answer = moto.endpoint().resolve("/moto-api/data.json").toURL().openStream()) {
            return JSON.readTree(answer).path("ses").path("RawMessage").valueStream().map(MotoMails::mail).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** moto puts who is named in To and Cc behind the envelope's one recipient, and SES does not. */
    private static SentMail mail(JsonNode message) {
        return new SentMail(message.path("source").asText(), List.of(message.path("destinations").path(0).asText()), "",
                List.of(), new String(message.path("raw_data").asText().getBytes(UTF_8), ISO_8859_1),
                message.path("id").asText());
    }
}
