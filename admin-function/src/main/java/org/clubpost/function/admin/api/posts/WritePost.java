package org.clubpost.function.admin.api.posts;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.HandIn;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.Api;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.FieldCheck;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Problem.Wrong;
import org.clubpost.function.admin.api.Route;
import org.clubpost.function.admin.write.Markdown;
import org.clubpost.mail.compose.Draft;
import org.clubpost.mail.compose.KnownWriter;
import org.clubpost.mail.field.FieldText;

/**
 * {@code POST /lists/LIST/posts}: hands a post in, by the same door as a mail. What becomes of it is for the rules to say,
 * and is seen among the posts a moment later. The same call made again is the same post.
 *
 * @param handIn the use case
 */
public record WritePost(HandIn handIn) implements Operation {

    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";
    private static final String FORMAT = "format";
    private static final String GROUP = "group";
    private static final String NAME = "authorName";
    private static final String SEND_AT = "sendAt";
    /** A mail has a year of four digits (RFC 5322 section 3.3). */
    private static final int LATEST_YEAR = 9999;
    private static final String PLAIN = "plain";
    private static final String MARKDOWN = "markdown";

    @Override
    public Route route() {
        return Route.post("/lists/{list}/posts");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.POSTS_WRITE);
    }

    @Override
    public List<BodyField> body() {
        return List.of(BodyField.text(SUBJECT, 200).must(), BodyField.text(TEXT, 100_000).must(),
                BodyField.text(FORMAT, 10), BodyField.text(GROUP, 60), BodyField.text(NAME, 80),
                BodyField.text(SEND_AT, 40), PostFiles.field());
    }

    @Override
    public int mostOctets() {
        return Api.MOST_WITH_FILES;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return HandIn.author(call.actor(), call.list()).map(author -> written(call, author))
                .orElseGet(() -> Problem.conflict("The operator has no address to write posts from.").answer());
    }

    @Override
    public List<Wrong> wrong(ApiCall call) {
        var at = at(call).filter(time -> time.toInstant().isAfter(call.now()));
        return new FieldCheck()
                .that(!subject(call).isEmpty(), SUBJECT, "is empty")
                .that(!call.text(TEXT).isBlank(), TEXT, "is empty")
                .that(List.of("", PLAIN, MARKDOWN).contains(call.text(FORMAT)), FORMAT,
                        "is neither plain nor markdown")
                .that(to(call).isPresent(), GROUP, "is no group of this list")
                .that(at.isPresent() || call.text(SEND_AT).isEmpty(), SEND_AT,
                        "is no time to come, such as 2026-12-24T08:00:00+01:00")
                .and(PostFiles.wrong(call)).wrong();
    }

    private static String subject(ApiCall call) {
        return FieldText.oneLine(call.text(SUBJECT)).strip();
    }

    private ApiAnswer written(ApiCall call, EmailAddress author) {
        return handedIn(call, new Draft(
                new Draft.Writer(FieldText.oneLine(call.text(NAME)).strip(), author), to(call).orElseThrow(),
                subject(call), words(call), PostFiles.of(call), at(call)));
    }

    private static Draft.Words words(ApiCall call) {
        var text = call.text(TEXT);
        return new Draft.Words(text,
                call.text(FORMAT).equals(MARKDOWN) ? Optional.of(Markdown.page(text)) : Optional.empty());
    }

    private ApiAnswer handedIn(ApiCall call, Draft draft) {
        var mail = draft.mail("written-" + call.id(), call.now());
        var most = call.list().posting().maxBytes();
        if (mail.length() > most) {
            return Problem.of(Problem.Kind.TOO_LARGE, "The mail would have " + mail.length()
                    + " octets with its files; this list takes " + most + ".").answer();
        }
        var outcome = handIn.handIn(call.actor(), call.list(), call.id(),
                address -> KnownWriter.vouched(mail, address, draft.to(), call.id(), call.now()));
        return switch (outcome) {
            case HANDED_IN -> ApiAnswer.accepted(Members.of("outcome", "handed-in").and("posts", call.path("posts")));
            case NOBODY, NO_DRAFT -> Problem.notAllowed().answer();
        };
    }

    private static Optional<EmailAddress> to(ApiCall call) {
        var list = call.list();
        return call.text(GROUP).isEmpty()
                ? Optional.of(list.address())
                : list.groups().all().stream().filter(each -> each.value().equals(call.text(GROUP))).findFirst()
                        .flatMap(each -> EmailAddress.parse(list.id() + "+" + each.value() + "@" + list.domain()));
    }

    private static Optional<OffsetDateTime> at(ApiCall call) {
        try {
            return Optional.of(OffsetDateTime.parse(call.text(SEND_AT))).filter(time -> time.getYear() <= LATEST_YEAR);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
