package org.clubpost.function.admin.entry;

import java.util.Map;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.person.EnterByMail.Kept;
import org.clubpost.core.person.Passkeys;
import org.clubpost.core.person.Sessions;
import org.clubpost.core.person.WebAuthn;
import org.clubpost.function.admin.frame.Cookies;
import org.clubpost.function.admin.frame.Doorway;
import org.clubpost.function.admin.frame.Frame;

/**
 * {@code /rooms/sign-in/passkey}: where the page to sign in on sends what a passkey says.
 *
 * @param passkeys the use case
 * @param frame makes pages
 */
public record PasskeyPage(Passkeys passkeys, Frame frame) implements Conversation {

    /** Where it is. */
    public static final String PATH = Doorway.SIGN_IN + "/passkey";

    private static final String CREDENTIAL = "credential";
    private static final String PERSON = "person";
    private static final String DATA = "data";
    private static final String CLIENT = "client";
    private static final String SIGNATURE = "signature";
    private static final String CHALLENGE = "challenge";
    private static final KnownFields FIELDS = new KnownFields(Map.of(CREDENTIAL, 1400, PERSON, 40, DATA, 3000, CLIENT,
            3000, SIGNATURE, 1000, CHALLENGE, 60, Entry.STAY, 5, Doorway.ONWARDS, 200, FormRequest.LANGUAGE_FIELD, 35),
            false);

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public Handled show(Visit visit) {
        return Handled.of(HttpAnswer.seeOther(Doorway.SIGN_IN), "sent-on");
    }

    @Override
    public Handled act(Visit visit) {
        return frame.unsafe(visit).or(() -> frame.foreign(visit)).orElseGet(() -> enter(visit));
    }

    private Handled enter(Visit visit) {
        var used = new Passkeys.Used(visit.text(PERSON), visit.text(CREDENTIAL),
                new WebAuthn.Said(visit.text(DATA), visit.text(CLIENT)), visit.text(SIGNATURE),
                visit.text(CHALLENGE));
        return passkeys.enter(used, Entry.life(visit), visit.request().origin()).map(opened -> in(visit, opened))
                .orElseGet(() -> refused(visit));
    }

    private Handled in(Visit visit, Sessions.Opened opened) {
        var onwards = new Asked(Kept.NOTHING, visit.text(Doorway.ONWARDS)).onwards();
        return Handled.of(HttpAnswer.seeOther(onwards).withCookie(
                frame.cookies().set(Cookies.SESSION, opened.cookie(), opened.life())), "signed-in");
    }

    /** The same, whatever is wrong. */
    private Handled refused(Visit visit) {
        var words = Entry.words(visit);
        return Handled.of(HttpAnswer.html(404, frame.outside(words, PasskeyPage.class, "not-known",
                Map.of("title", words.text("passkey.not-known.title"), "again", Doorway.SIGN_IN))), "passkey-refused");
    }

    @Override
    public Handled refuseToAct(Visit visit, FieldProblem problem) {
        return frame.unsafe(visit).orElseGet(() -> refused(visit));
    }
}
