package org.clubpost.function.subscribe;

import java.util.List;
import java.util.function.IntSupplier;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.act.Way;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.person.SendSignInMails;
import org.clubpost.core.person.SignInTokens;
import org.clubpost.core.subscription.AnswerSignUps;
import org.clubpost.core.subscription.Share;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.notices.CommonsEmailNotices;

/**
 * Makes what these functions consist of from the parts, wherever they run. A missing part is named when the use case that
 * needs it is asked for.
 */
public final class Wiring {

    private final FunctionParts parts;

    /** Made of those parts. */
    public Wiring(FunctionParts parts) {
        this.parts = parts.by(Way.WEB);
    }

    /** In the cloud, as the environment of this process says. */
    static Wiring ofProcess() {
        return new Wiring(CloudParts.forVisitors(Environment.ofProcess()));
    }

    /** In the cloud, for what no visitor waits for. */
    static Wiring ofEvents() {
        return new Wiring(CloudParts.forEvents(Environment.ofProcess()));
    }

    /** The use case of the form. */
    public Subscribe subscribe() {
        var database = parts.database();
        return new Subscribe(database.lists(), database.rateLimits(), database.signUpRequests(), parts.ids(),
                database.wordings());
    }

    /** What is answered by mail as soon as it was asked. */
    List<IntSupplier> answers() {
        return List.of(signInMails()::run, answerSignUps()::run);
    }

    private SendSignInMails signInMails() {
        var database = parts.database();
        return new SendSignInMails(database.signIns(), database.lists(), database.listMakers(),
                new CommonsEmailNotices(parts.outbox(), parts.clock(), parts.random()), parts.links(),
                new SignInTokens(parts.tokens()), parts.clock());
    }

    /** The use case that answers by mail what the form took. */
    public AnswerSignUps answerSignUps() {
        var database = parts.database();
        return new AnswerSignUps(
                new AnswerSignUps.Ports(database.lists(), database.subscribers(), database.signUpRequests(),
                        database.rateLimits(), new CommonsEmailNotices(parts.outbox(), parts.clock(), parts.random()),
                        database.wordings(), database.funnel()),
                new Share(parts.ids(), new Unanswered(database.recentMails())), parts.links(), parts.random(),
                parts.clock());
    }
}
