package org.clubpost.aws.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.clubpost.aws.event.FieldProblem.Kind;
import org.clubpost.core.subscriber.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormRequestTest {

    private static final Instant NOW = Instant.parse("2026-03-06T08:30:00Z");
    private static final KnownFields KNOWN = new KnownFields(Map.of("list", 40, "email", 254, "name", 200), false);

    private static FormRequest request(SampleEvents event) {
        return FormRequest.of(event.event(), NOW, Arrival.DIRECT);
    }

    private static FormFields fields(SampleEvents event) {
        return request(event).fields(KNOWN);
    }

    private static FieldProblem problem(SampleEvents event) {
        return fields(event) instanceof FormFields.Refused(var problem, _)
                ? problem
                : new FieldProblem(Kind.MISSING, "nothing was refused");
    }

    private static FormFields read(String... namesAndValues) {
        return namesAndValues.length == 2
                ? new FormFields.Read(Map.of(namesAndValues[0], namesAndValues[1]))
                : new FormFields.Read(
                        Map.of(namesAndValues[0], namesAndValues[1], namesAndValues[2], namesAndValues[3]));
    }

    @Test
    void formIsReadWithItsEscapes() {
        var form = SampleEvents.form("/subscribe", "email=anna%2Bchess%40example.org&name=Anna+M%C3%BC%c3%9fig");

        assertEquals(read("email", "anna+chess@example.org", "name", "Anna Müßig"), fields(form));
    }

    @Test
    void bodyInBase64IsReadAlike() {
        var form = SampleEvents.form("/subscribe", "list=news&name=Anna+M%C3%BC%C3%9Fig");

        assertEquals(fields(form), fields(form.inBase64()));
    }

    @Test
    void contentTypeMayHaveParametersAndAnyCase() {
        var form = SampleEvents.form("/subscribe", "name=Anna+M%FC%DFig")
                .with("content-type", "Application/X-WWW-Form-URLencoded ; Charset=\"ISO-8859-1\"");

        assertEquals(read("name", "Anna Müßig"), fields(form));
    }

    /** On a quarter of the stack that a thread has otherwise. */
    @Test
    void quotedParameterOfAnyLengthIsRead() throws InterruptedException, ExecutionException {
        var form = SampleEvents.form("/subscribe", "name=Anna").with("content-type",
                "application/x-www-form-urlencoded; x=\"" + "a\\b".repeat(50_000) + "\\a".repeat(50_000)
                        + "\"; charset=utf-8");
        var reading = new FutureTask<>(() -> fields(form));

        new Thread(null, reading, "small", 256 << 10).start();

        assertEquals(read("name", "Anna"), reading.get());
    }

    @Test
    void jsonIsRead() {
        var json = SampleEvents.json("/subscribe", """
                {"email": "anna@example.org", "name": "Anna M\\u00fc\\u00dfig"}
                """);

        assertEquals(read("email", "anna@example.org", "name", "Anna Müßig"), fields(json));
    }

    @Test
    void nullInJsonIsAnEmptyField() {
        assertEquals(read("name", ""), fields(SampleEvents.json("/subscribe", "{\"name\":null}")));
    }

    @Test
    void multipartIsRead() {
        var body = """
                This is a preamble.
                --X-BOUNDARY 1
                Content-Disposition: form-data; name="email"

                anna@example.org
                --X-BOUNDARY 1
                content-type: text/plain
                content-disposition: form-data; name="name"

                Anna
                Müßig
                --X-BOUNDARY 1--
                """.replace("\n", "\r\n");
        var event = SampleEvents.form("/subscribe", body)
                .with("content-type", "multipart/form-data; boundary=\"X-BOUNDARY 1\"");

        assertEquals(read("email", "anna@example.org", "name", "Anna\r\nMüßig"), fields(event));
    }

    @Test
    void uploadedFileIsNoText() {
        var body = "--b\r\nContent-Disposition: form-data; name=\"name\"; filename=\"a.txt\"\r\n\r\nAnna\r\n--b--\r\n";
        var event = SampleEvents.form("/subscribe", body).with("content-type", "multipart/form-data; boundary=b");

        assertEquals(new FieldProblem(Kind.NOT_TEXT, "name"), problem(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAnna",
                    "--b\r\nAnna\r\n--b--",
                    "--b\r\nContent-Disposition: attachment; name=\"name\"\r\n\r\nAnna\r\n--b--",
                    "--b\r\nContent-Disposition: form-data\r\n\r\nAnna\r\n--b--"})
    void brokenMultipartIsRefused(String body) {
        var event = SampleEvents.form("/subscribe", body + " ").with("content-type", "multipart/form-data; boundary=b");

        assertEquals(new FieldProblem(Kind.UNREADABLE, FieldProblem.BODY), problem(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{}x", "[]", "\"email\"", "{\"email\":}", "{email:'a'}", "{\"email\":\"a\"", "\u0000",
                    "NaN",
                    "{\"email\":\"a\nb\"}", "{}{}"})
    void brokenJsonIsRefused(String body) {
        assertEquals(new FieldProblem(Kind.UNREADABLE, FieldProblem.BODY),
                problem(SampleEvents.json("/subscribe", body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"email=%", "email=%4", "email=%zz", "email=%ff", "email=%C3"})
    void brokenEscapeNamesItsField(String body) {
        assertEquals(new FieldProblem(Kind.UNREADABLE, "email"), problem(SampleEvents.form("/subscribe", body)));
    }

    @Test
    void whatIsNotBase64IsRefused() {
        var event = new SampleEvents("POST", "/subscribe", Map.of("content-type", "application/json"), "{}", true);

        assertEquals(new FieldProblem(Kind.UNREADABLE, FieldProblem.BODY), problem(event));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                    "`{\"phone\":\"1\"}`,   UNKNOWN, phone", "`{\"phone\":[[{}]]}`, UNKNOWN, phone",
                    "`{\"email\":7}`,       NOT_TEXT, email", "`{\"email\":true}`,  NOT_TEXT, email",
                    "`{\"email\":{\"a\":[1]}}`, NOT_TEXT, email", "`{\"email\":[\"a\"]}`, NOT_TEXT, email",
                    "`{\"email\":\"a\",\"email\":\"b\"}`, REPEATED, email"})
    void jsonFieldThatIsWrongIsNamed(String body, Kind kind, String field) {
        assertEquals(new FieldProblem(kind, field), problem(SampleEvents.json("/subscribe", body)));
    }

    @ParameterizedTest
    @CsvSource({"phone=1, UNKNOWN, phone", "email=a&email=b, REPEATED, email", "EMAIL=a, UNKNOWN, EMAIL"})
    void formFieldThatIsWrongIsNamed(String body, Kind kind, String field) {
        assertEquals(new FieldProblem(kind, field), problem(SampleEvents.form("/subscribe", body)));
    }

    @Test
    void fieldMayBeAsLongAsItsLimitAndNoLonger() {
        var longest = "a".repeat(40);

        assertEquals(read("list", longest), fields(SampleEvents.form("/subscribe", "list=" + longest)));
        assertEquals(new FieldProblem(Kind.TOO_LONG, "list"),
                problem(SampleEvents.form("/subscribe", "list=" + longest + "a")));
    }

    @Test
    void bodyMayBeAsLongAsItsLimitAndNoLonger() {
        var roomy = new KnownFields(Map.of("name", 100_000), false);
        var fits = SampleEvents.form("/subscribe", "name=" + "a".repeat(FormRequest.MAX_BODY_OCTETS - 5));
        var tooLong = SampleEvents.form("/subscribe", "name=" + "a".repeat(FormRequest.MAX_BODY_OCTETS - 4));

        assertTrue(request(fits).fields(roomy) instanceof FormFields.Read);
        assertTrue(request(fits.inBase64()).fields(roomy) instanceof FormFields.Read);
        assertEquals(new FieldProblem(Kind.TOO_LARGE, FieldProblem.BODY), problem(tooLong));
        assertEquals(new FieldProblem(Kind.TOO_LARGE, FieldProblem.BODY), problem(tooLong.inBase64()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "text/html", "application/xml", "application/json; charset=utf-16",
                    "multipart/form-data", "multipart/mixed; boundary=b", "", "nonsense",
                    "application/x-www-form-urlencoded;charset=x"})
    void otherContentTypeIsRefused(String type) {
        var event = SampleEvents.form("/subscribe", "email=a").with("content-type", type);

        assertEquals(new FieldProblem(Kind.WRONG_TYPE, FieldProblem.BODY), problem(event));
    }

    @Test
    void whatCouldBeReadIsKeptForTheForm() {
        var event = SampleEvents.form("/subscribe", "email=anna%40example.org&phone=1");

        assertEquals(new FormFields.Refused(new FieldProblem(Kind.UNKNOWN, "phone"),
                new FormFields.Read(Map.of("email", "anna@example.org"))), fields(event));
    }

    @Test
    void whatOthersAddToTheQueryIsPassedOver() {
        var event = SampleEvents.get("/subscribe?list=news&utm_source=x&fbclid=%zz&");

        assertEquals(read("list", "news"), request(event).query(KNOWN));
    }

    @Test
    void knownFieldTwiceInTheQueryIsRefused() {
        assertEquals(
                new FormFields.Refused(new FieldProblem(Kind.REPEATED, "list"),
                        new FormFields.Read(Map.of("list", "a"))),
                request(SampleEvents.get("/subscribe?list=a&list=a")).query(KNOWN));
    }

    @Test
    void bodyMayRepeatWhatTheQuerySaysAndMustNotContradictIt() {
        assertEquals(read("list", "news"), fields(SampleEvents.form("/subscribe?list=news", "list=news")));
        assertEquals(new FieldProblem(Kind.REPEATED, "list"),
                problem(SampleEvents.form("/subscribe?list=news", "list=other")));
    }

    @Test
    void emptyBodyHasNoFieldsWhateverItsType() {
        assertEquals(new FormFields.Read(Map.of()), fields(SampleEvents.post("/subscribe", "")));
        assertFalse(request(SampleEvents.post("/subscribe", "")).hasBody());
    }

    @Test
    void fieldNameFromAStrangerIsCutAndCleaned() {
        var name = "a\r\nSet-Cookie: x=\u202E" + "y".repeat(100);
        var problem = new FieldProblem(Kind.UNKNOWN, name);

        assertEquals("a  Set-Cookie: x= " + "y".repeat(21) + "…", problem.field());
    }

    @Test
    void originIsWhoAndWhen() {
        assertEquals(new Origin(NOW, "192.0.2.7", "Mozilla/5.0 (X11; Linux)"),
                request(SampleEvents.get("/subscribe")).origin());
    }

    /** What CloudFront's field says, which way the request came, and whose address it is. */
    @ParameterizedTest
    @CsvSource({"2001:db8::7, THROUGH_CLOUDFRONT, 2001:db8::7", "198.51.100.9, THROUGH_CLOUDFRONT, 198.51.100.9",
            "198.51.100.9, DIRECT, 192.0.2.7", "<script>, THROUGH_CLOUDFRONT, 192.0.2.7",
            "'', THROUGH_CLOUDFRONT, 192.0.2.7"})
    void visitorBehindCloudFrontHasTheAddressThatCloudFrontSays(String field, Arrival arrival, String address) {
        var event = SampleEvents.get("/subscribe").with(FormRequest.VIEWER_FIELD, field).event();

        assertEquals(address, FormRequest.of(event, NOW, arrival).origin().sourceAddress());
    }

    @Test
    void languageParameterComesBeforeTheBrowsersLanguages() {
        var event = SampleEvents.get("/subscribe?lang=de").with("accept-language", "fr-CH, en;q=0.5");

        assertEquals(List.of(new LanguageRange("de"), new LanguageRange("fr-ch"), new LanguageRange("en", 0.5)),
                request(event).languages());
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;", "de;q=7", "\u0000", "-"})
    void languagesThatCannotBeReadAreNone(String accepted) {
        assertEquals(List.of(), request(SampleEvents.get("/subscribe").with("accept-language", accepted)).languages());
    }

    @Test
    void programIsKnownByWhatItSendsOrAccepts() {
        assertTrue(request(SampleEvents.json("/subscribe", "{}")).wantsJson());
        assertTrue(request(SampleEvents.form("/subscribe", "").with("accept", "application/json")).wantsJson());
        assertFalse(request(SampleEvents.form("/subscribe", "")).wantsJson());
        assertFalse(request(SampleEvents.form("/subscribe", "").with("accept", "*/*")).wantsJson());
    }
}
