package org.clubpost.local.mailbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.local.http.PageRequest;
import org.clubpost.local.http.Reply;

/**
 * The mailbox for programs.
 *
 * <pre>
 * GET /mailbox/api/messages?to=ann@example.org&amp;limit=100&amp;before=ID     a JSON array, newest first
 * GET /mailbox/api/messages/ID                                          one of its elements
 * GET /mailbox/api/messages/ID/raw                                      the mail, octet by octet
 * </pre>
 *
 * <p>{@code limit} is 1 to {@value #MAX_LIMIT}. To page on, give the last {@code id} as {@code before}; a page shorter than its limit is the last.
 */
final class MailboxApi {

    private static final int MAX_LIMIT = 1000;
    private static final int USUAL_LIMIT = 100;
    private static final Pattern MESSAGE = Pattern.compile("/mailbox/api/messages/(\\d{1,12})(/raw)?");

    private final MailboxFile mailbox;
    private final ObjectMapper json = new ObjectMapper();

    MailboxApi(MailboxFile mailbox) {
        this.mailbox = mailbox;
    }

    Reply get(PageRequest request) throws IOException {
        if (request.path().equals("/mailbox/api/messages")) {
            return list(request);
        }
        var message = MESSAGE.matcher(request.path());
        if (!message.matches()) {
            return notFound();
        }
        var id = Long.parseLong(message.group(1));
        return message.group(2) == null
                ? mailbox.find(id).map(mail -> Reply.json(200, written(fields(mail)))).orElseGet(MailboxApi::notFound)
                : mailbox.read(id).map(octets -> Reply.of(200, "message/rfc822", octets))
                        .orElseGet(MailboxApi::notFound);
    }

    private Reply list(PageRequest request) {
        var limit = number(request.parameter("limit"), USUAL_LIMIT);
        var before = number(request.parameter("before"), Long.MAX_VALUE);
        if (limit.isEmpty() || before.isEmpty() || limit.get() < 1 || limit.get() > MAX_LIMIT) {
            return Reply.json(400, written(Map.of("message",
                    "limit is a number from 1 to " + MAX_LIMIT + ", and before the id of a message")));
        }
        var mails = mailbox.newest(request.parameter("to"), before.get(), limit.get().intValue());
        return Reply.json(200, written(mails.stream().map(MailboxApi::fields).toList()));
    }

    private static Optional<Long> number(String text, long otherwise) {
        if (text.isEmpty()) {
            return Optional.of(otherwise);
        }
        return text.matches("\\d{1,12}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Map<String, Object> fields(SentMail mail) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", Long.toString(mail.id()));
        fields.put("date", mail.at().toString());
        fields.put("to", mail.recipient());
        fields.put("envelopeFrom", mail.sender());
        fields.put("from", mail.title().from());
        fields.put("headerTo", mail.title().to());
        fields.put("subject", mail.title().subject());
        fields.put("size", mail.octets());
        return fields;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply notFound() {
        return Reply.json(404, "{\"message\":\"there is no such message\"}");
    }
}
