package org.clubpost.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.clubpost.core.FixedClock;
import org.clubpost.core.delivery.CollectingQueue;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.outbox.CollectingOutbox;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.local.files.FolderUploads;
import org.clubpost.local.lambda.LocalContext;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.site.Site;
import org.jspecify.annotations.Nullable;

/** Whatever a stranger sends to a page function is answered, and is never our fault. */
final class HandlersFuzzTest {

    private static final Pattern LINK = Pattern.compile("/([a-z]+)\\?token=([A-Za-z0-9_-]+)");
    private static final String ITS_OWN = "its own";
    private static final FixedClock CLOCK = new FixedClock();
    private static final List<String> TOKENS = new ArrayList<>();
    private static final Map<String, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> HANDLERS = new LinkedHashMap<>();

    private static Path directory = Path.of("");
    private static @Nullable LocalData data;

    /** Two members, one who has not confirmed, and the links that they got. */
    @BeforeContainer
    static void open() throws IOException, UnusableData {
        ServiceLog.silence();
        directory = Files.createTempDirectory("fuzz");
        var made = LocalData.make(new DataLayout(directory), new Random(1));
        data = made;
        made.database().lists().create(SampleLists.aList(new ListId("news")));
        var outbox = new CollectingOutbox();
        var functions = new Functions(
                new LocalParts(made.database(), made.mails(),
                        new FolderUploads(directory.resolve("uploads"), new MembershipTokens(made.signing()), CLOCK),
                        made.mails()::put, new CollectingQueue(), outbox, _ -> {
                        }, SendPermits.unlimited(), made.secrets(), made.signing(), URI.create("http://localhost"),
                        CLOCK,
                        new Random(2)),
                Site.load());
        HANDLERS.put("/subscribe", functions.subscribe());
        HANDLERS.put("/confirm", functions.confirm());
        HANDLERS.put("/withdraw", functions.confirm());
        HANDLERS.put("/unsubscribe", functions.unsubscribe());
        HANDLERS.put("/manage", functions.manage());
        HANDLERS.put("/moderate", functions.moderate());
        for (var name : List.of("ann", "berta", "carl")) {
            answer("/subscribe", form("/subscribe", "list=news&email=" + name + "%40club.example"));
        }
        functions.answerSignUps().run();
        links(outbox);
        answer("/confirm", form("/confirm", "token=" + TOKENS.get(0)));
        answer("/confirm", form("/confirm", "token=" + TOKENS.get(1)));
        links(outbox);
    }

    private static void links(CollectingOutbox outbox) {
        for (var mail : outbox.accepted()) {
            var text = new String(mail.content().toByteArray(), ISO_8859_1).replace("=\r\n", "").replace("=3D", "=");
            for (var link = LINK.matcher(text); link.find();) {
                if (!TOKENS.contains(link.group(2))) {
                    TOKENS.add(link.group(2));
                }
            }
        }
    }

    @AfterContainer
    static void close() throws IOException {
        if (data != null) {
            data.close();
        }
        try (var all = Files.walk(directory)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static APIGatewayV2HTTPEvent form(String path, String body) {
        return APIGatewayV2HTTPEvent.builder().withRequestContext(context("POST", "192.0.2.1")).withRawPath(path)
                .withHeaders(Map.of("content-type", "application/x-www-form-urlencoded")).withBody(body).build();
    }

    private static RequestContext context(String method, String source) {
        return RequestContext.builder()
                .withHttp(RequestContext.Http.builder().withMethod(method).withSourceIp(source).build()).build();
    }

    private static APIGatewayV2HTTPResponse answer(String path, APIGatewayV2HTTPEvent event) {
        return Objects.requireNonNull(HANDLERS.get(path)).handleRequest(event,
                new LocalContext("fuzz", Duration.ofSeconds(30)));
    }

    @Property(seed = "20261129", tries = 3000, shrinking = ShrinkingMode.BOUNDED)
    void everyEventIsAnsweredAndNoneIsOurFault(@ForAll("paths") String path,
            @ForAll("events") APIGatewayV2HTTPEvent event) {
        CLOCK.advance(Duration.ofHours(1));
        if (ITS_OWN.equals(event.getRawPath())) {
            event.setRawPath(path);
        }

        var answer = answer(path, event);

        assertTrue(answer.getStatusCode() >= 200 && answer.getStatusCode() < 500,
                () -> path + " " + answer.getStatusCode() + " " + event);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("/subscribe", "/confirm", "/withdraw", "/unsubscribe", "/manage", "/moderate");
    }

    @Provide
    Arbitrary<APIGatewayV2HTTPEvent> events() {
        var text = text();
        var methods = Arbitraries.frequencyOf(of(4, "POST"), of(3, "GET"), of(1, "HEAD", "OPTIONS", "PUT", "", "post"))
                .injectNull(0.02);
        var contexts = Combinators.combine(methods, Arbitraries.of("192.0.2.1", "::1", "", "x").injectNull(0.1))
                .as(HandlersFuzzTest::context).injectNull(0.02);
        var paths = Arbitraries
                .frequencyOf(of(9, ITS_OWN), of(2, "/", "/subscribe", "/manage", "/prod/confirm"), any(1, text))
                .injectNull(0.02);
        var headers = Combinators
                .combine(Arbitraries.of("content-type", "Content-Type", "accept", "accept-language", "origin", "cookie",
                        "host", "x-forwarded-for", "x-clubpost-viewer", "x-clubpost-edge", "user-agent", "").injectNull(
                                0.01),
                        headerValues().injectNull(0.02))
                .as(Field::new).list().ofMaxSize(5)
                .map(HandlersFuzzTest::headers).injectNull(0.02);
        return Combinators.combine(contexts, paths, fields("&", false).injectNull(0.1), headers,
                bodies().injectNull(0.1), Arbitraries.of(true, false, false, false))
                .as((context, path, query, fields, body, isBase64) -> APIGatewayV2HTTPEvent.builder()
                        .withRequestContext(context).withRawPath(path).withRawQueryString(query).withHeaders(fields)
                        .withBody(body).withIsBase64Encoded(isBase64).build());
    }

    /** A header field, as a gateway should not send it. */
    private record Field(@Nullable String name, @Nullable String value) {}

    private static Map<@Nullable String, @Nullable String> headers(List<Field> fields) {
        var all = new HashMap<@Nullable String, @Nullable String>();
        fields.forEach(field -> all.put(field.name(), field.value()));
        return all;
    }

    private static Tuple2<Integer, Arbitrary<? extends String>> of(int weight, String... values) {
        return Tuple.of(weight, Arbitraries.of(values));
    }

    private static Tuple2<Integer, Arbitrary<? extends String>> any(int weight, Arbitrary<String> values) {
        return Tuple.of(weight, values);
    }

    // Pieces that parsers stumble over, alone, together, and many times.
    private static Arbitrary<String> text() {
        var pieces = Arbitraries.of("%", "%0", "%00", "%zz", "%ff", "%C3%28", "%ED%A0%80", "+", "&", "=", ";", "\"",
                "\\", "\\a", "(", "<", ">", "@", "a", "news", "ann@club.example", "\u0000", "\r\n", "\n", "\ud83d",
                "\ude00", "\ud83d\ude00", "\u00e9", "\u2028", "\u202e", "{", "[", "]", "}", ":", ",", "-", "--", "*",
                "/", "..", "'",
                "null", "NaN", "1e999", "xn--", "\ufeff", "\u00df", "\u0130", " ", "\t", "q=1", ";q=", "de", "en-GB",
                "x-");
        var repeated = Combinators.combine(pieces, Arbitraries.of(1, 1, 1, 2, 40, 300, 5000)).as(String::repeat);
        return repeated.list().ofMaxSize(5).map(all -> String.join("", all));
    }

    private static Arbitrary<String> headerValues() {
        var types = Arbitraries.of("application/x-www-form-urlencoded", "application/json", "multipart/form-data",
                "multipart/form-data; boundary=x", "multipart/form-data; boundary=\"\"", "text/plain",
                "application/x-www-form-urlencoded; charset=us-ascii", "application/json; charset=utf-16",
                "application/x-www-form-urlencoded; charset=\"iso-8859-1\"", "https://club.example", "null",
                "http://localhost:99999999999", "de, en;q=0.5", "text/html", "1.2.3.4");
        return Combinators.combine(Arbitraries.frequencyOf(of(1, ""), any(4, types)),
                Arbitraries.frequencyOf(of(3, ""), any(2, text()))).as(String::concat);
    }

    private static Arbitrary<String> values() {
        var real = Arbitraries.integers().between(0, 100).map(index -> TOKENS.get(index % TOKENS.size()));
        return Arbitraries.frequencyOf(any(3, real), any(3, text()),
                of(3, "news", "dan%40club.example", "de", "One-Click",
                        "on", "send", "1", "Ann", "", "every", "none", "off"));
    }

    private static Arbitrary<String> fields(String between, boolean inJson) {
        var names = Arbitraries.frequencyOf(any(8, Arbitraries.of("list", "email", "name", "lang", "language", "token",
                "groups", "group", "website", "next", "terms", "phone", "notify", "reply", "copy", "own", "decision",
                "action", "List-Unsubscribe", "frequency", "pause", "until")), any(1, text()));
        return Combinators.combine(names, values())
                .as((name, value) -> inJson
                        ? "\"" + name.replace("\"", "\\\"") + "\":\"" + value.replace("\"", "\\\"") + "\""
                        : name + "=" + value)
                .list().ofMaxSize(6).map(all -> String.join(between, all));
    }

    private static Arbitrary<String> bodies() {
        var json = fields(",", true).map(members -> "{" + members + "}");
        var deep = Arbitraries.of("[", "{\"a\":", "[[{\"list\":[").flatMap(
                each -> Arbitraries.of(1, 100, 999, 1001, 20_000).map(each::repeat));
        var wrapped = deep.map(each -> "{\"list\":" + each);
        var parts = Combinators.combine(Arbitraries.of("list", "email", "token", "\\\"", "\u00e9", ""), values())
                .as((name, value) -> "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                        + "\r\n")
                .list().ofMaxSize(5).map(all -> String.join("", all) + "--x--\r\n");
        var many = Arbitraries.of("--x\r\nContent-Disposition: form-data; name=\"list\"\r\n\r\nnews\r\n", "--x\r\n",
                "\r\n--x", "\r\n--", "Content-Disposition: form-data; x=\"\\a\\a").map(each -> each.repeat(250));
        return Arbitraries.frequencyOf(any(4, fields("&", false)), any(2, json), any(1, deep), any(1, wrapped),
                any(2, parts), any(1, many), any(1, text()), of(1, "x".repeat(16_385), "YQ==", "YQ=", "\u0000"));
    }
}
