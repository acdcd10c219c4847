package org.clubpost.function.admin.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.person.AskToSignIn;
import org.clubpost.core.person.EnterByMail;
import org.clubpost.core.person.EnterByMail.Kept;
import org.clubpost.core.person.Passkeys;
import org.clubpost.core.person.SignIn;
import org.clubpost.function.admin.frame.Doorway;
import org.clubpost.function.admin.frame.Frame;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.words.Words;

/**
 * {@code /rooms/sign-in}: takes an address, and always answers the same. The link of the mail leads here too: in the
 * browser that asked its button signs in, in any other it shows the code to type there.
 */
public final class SignInPage implements Conversation {

    private static final String EMAIL = "email";
    private static final String TOKEN = "token";
    private static final KnownFields FIELDS = new KnownFields(Map.of(EMAIL, 254, TOKEN, 60, Entry.STAY, 5,
            Doorway.ONWARDS, 200, FormRequest.LANGUAGE_FIELD, 35), false);

    private final AskToSignIn ask;
    private final Passkeys passkeys;
    private final Entry entry;
    private final Frame frame;

    /**
     * Signs in.
     *
     * @param ask takes wishes
     * @param enter fulfils them
     * @param passkeys the other way
     * @param frame makes pages
     */
    public SignInPage(AskToSignIn ask, EnterByMail enter, Passkeys passkeys, Frame frame) {
        this.ask = ask;
        this.passkeys = passkeys;
        this.entry = new Entry(enter, frame);
        this.frame = frame;
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    /** Each wish may cost a mail, and the web ACL that counts them is at CloudFront. */
    @Override
    public boolean actsBehindCloudFrontOnly() {
        return true;
    }

    @Override
    public Handled show(Visit visit) {
        return frame.unsafe(visit).orElseGet(() -> visit.text(TOKEN).isEmpty()
                ? Handled.of(form(visit, 200, ""), "sign-in-shown")
                : link(visit));
    }

    private Handled link(Visit visit) {
        var words = Entry.words(visit);
        var look = entry.enter().look(visit.text(TOKEN), entry.asked(visit).kept(), visit.request().origin().at());
        return switch (look) {
            case EnterByMail.Look.Here _ -> Handled.of(HttpAnswer.html(200, frame.outside(words, SignInPage.class,
                    "link", Map.of("title", words.text("signin.title"), "token", visit.text(TOKEN)))), "link-shown");
            case EnterByMail.Look.Elsewhere(var code) ->
                Handled.of(HttpAnswer.html(200, frame.outside(words, SignInPage.class, "elsewhere",
                        Map.of("title", words.text("elsewhere.title"), "code", code.text()))), "code-shown");
            case EnterByMail.Look.Over _ -> over(words);
        };
    }

    private Handled over(Words words) {
        return Handled.of(HttpAnswer.html(404, frame.outside(words, SignInPage.class, "over",
                Map.of("title", words.text("over.title"), "again", Doorway.SIGN_IN))), "link-over");
    }

    @Override
    public Handled act(Visit visit) {
        return frame.unsafe(visit).or(() -> frame.foreign(visit))
                .orElseGet(() -> visit.text(TOKEN).isEmpty() ? ask(visit) : enter(visit));
    }

    private Handled ask(Visit visit) {
        var address = EmailAddress.parse(visit.text(EMAIL).strip());
        if (address.isEmpty()) {
            return refuseToAct(visit, new FieldProblem(
                    visit.text(EMAIL).isBlank() ? FieldProblem.Kind.MISSING : FieldProblem.Kind.MALFORMED, EMAIL));
        }
        var words = Entry.words(visit);
        return ask.ask(address.get(), words.language(), visit.request().origin()).map(taken -> taken(visit, taken))
                .orElseGet(() -> frame.message(visit, 429, "toomany", "too-many"));
    }

    private Handled taken(Visit visit, AskToSignIn.Taken taken) {
        var asked = new Asked(new Kept(taken.id(), taken.secret()), visit.text(Doorway.ONWARDS));
        return Handled.of(HttpAnswer.seeOther(RoomVisit.withQuery(CodePage.PATH, Map.of(FormRequest.LANGUAGE_FIELD,
                visit.text(FormRequest.LANGUAGE_FIELD)))).withCookie(
                        frame.cookies().set(Asked.COOKIE, asked.written(), SignIn.OPEN_FOR)),
                "sign-in-asked");
    }

    private Handled enter(Visit visit) {
        var outcome = entry.enter().byLink(visit.text(TOKEN), entry.asked(visit).kept(), Entry.life(visit),
                Entry.agent(visit), visit.request().origin().at());
        return switch (outcome) {
            case EnterByMail.Outcome.In(var opened) -> entry.in(visit, opened);
            case EnterByMail.Outcome.Wrong _,EnterByMail.Outcome.Over _ -> over(Entry.words(visit));
        };
    }

    @Override
    public Handled refuseToAct(Visit visit, FieldProblem problem) {
        var words = Entry.words(visit);
        var kind = Handled.word(problem.kind());
        var special = "problem." + kind + "." + problem.field();
        return Handled.of(form(visit, problem.status(), words
                .text(words.has(special) ? special : "problem." + kind, Map.of("field", problem.field()))), kind);
    }

    @Override
    public Handled refuseToShow(Visit visit, FieldProblem problem) {
        return frame.unsafe(visit).orElseGet(() -> Handled.of(form(visit, 200, ""), "sign-in-shown"));
    }

    private HttpAnswer form(Visit visit, int status, String problem) {
        var words = Entry.words(visit);
        var model = new HashMap<String, Object>();
        model.put("title", words.text("signin.title"));
        model.put("email", visit.text(EMAIL));
        model.put("to", visit.text(Doorway.ONWARDS));
        model.put("problem", Optional.of(problem).filter(text -> !text.isEmpty()).stream().toList());
        model.put("others", words.others().stream().map(each -> Map.of("name", each.get("name"), "tag",
                each.get("tag"), "href", RoomVisit.withQuery(Doorway.SIGN_IN, Map.of(FormRequest.LANGUAGE_FIELD,
                        each.get("tag"), Doorway.ONWARDS, visit.text(Doorway.ONWARDS)))))
                .toList());
        model.put("challenge", passkeys.challengeToEnter(visit.request().origin().at()));
        model.put("host", passkeys.web().host());
        return HttpAnswer.html(status, frame.outside(words, SignInPage.class, "sign-in", model)).withOurScripts();
    }
}
