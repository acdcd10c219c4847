package org.clubpost.function.admin.entry;

import java.util.List;
import java.util.Map;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.person.EnterByMail;
import org.clubpost.function.admin.frame.Doorway;
import org.clubpost.function.admin.frame.Frame;

/**
 * {@code /rooms/sign-in/code}: what a browser sees that asked to be signed in. It says where to look, and takes the code
 * that the link shows in another browser.
 */
public final class CodePage implements Conversation {

    /** Where it is. */
    public static final String PATH = Doorway.SIGN_IN + "/code";

    private static final String CODE = "code";
    private static final KnownFields FIELDS = new KnownFields(
            Map.of(CODE, 30, Entry.STAY, 5, FormRequest.LANGUAGE_FIELD, 35), false);

    private final Entry entry;
    private final Frame frame;

    /**
     * Signs in.
     *
     * @param enter fulfils wishes
     * @param frame makes pages
     */
    public CodePage(EnterByMail enter, Frame frame) {
        this.entry = new Entry(enter, frame);
        this.frame = frame;
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public Handled show(Visit visit) {
        return frame.unsafe(visit).orElseGet(() -> page(visit, 200, List.of(), "code-asked"));
    }

    /** The same, whatever is stored. */
    private Handled page(Visit visit, int status, List<String> problem, String outcome) {
        var words = Entry.words(visit);
        return Handled.of(HttpAnswer.html(status, frame.outside(words, CodePage.class, "code",
                Map.of("title", words.text("code.title"), "problem", problem))), outcome);
    }

    @Override
    public Handled act(Visit visit) {
        return frame.unsafe(visit).or(() -> frame.foreign(visit)).orElseGet(() -> enter(visit));
    }

    private Handled enter(Visit visit) {
        var outcome = entry.enter().byCode(visit.text(CODE), entry.asked(visit).kept(), Entry.life(visit),
                Entry.agent(visit), visit.request().origin().at());
        return switch (outcome) {
            case EnterByMail.Outcome.In(var opened) -> entry.in(visit, opened);
            case EnterByMail.Outcome.Wrong(var left) -> page(visit, 400,
                    List.of(Entry.words(visit).text("code.wrong", Map.of("left", left))), "code-wrong");
            case EnterByMail.Outcome.Over _ -> Handled.of(HttpAnswer.html(404, frame.outside(Entry.words(visit),
                    CodePage.class, "over", Map.of("title", Entry.words(visit).text("over.title"), "again",
                            Doorway.SIGN_IN))),
                    "code-over");
        };
    }

    /** What is too long for a code is a wrong one, which costs a try. */
    @Override
    public Handled refuseToAct(Visit visit, FieldProblem problem) {
        return act(visit);
    }

    @Override
    public Handled refuseToShow(Visit visit, FieldProblem problem) {
        return show(visit);
    }
}
