package org.clubpost.function.cognito;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import java.util.List;
import java.util.Locale;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.aws.log.LogLine;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.Admit;
import org.clubpost.site.AccountTexts;

/**
 * Lets somebody have an account if one of the lists takes the address, and refuses everybody else. It is the same for
 * those who sign up by themselves, who come from another provider, and whom an owner of the pool makes. Nobody is
 * confirmed and no address taken as proven without the pool's own code.
 *
 * <p>When the lists cannot be read in time, nobody is let in: {@link SignUpRefused} asks the person to try again.
 */
public final class PreSignUpHandler
        implements
            RequestHandler<CognitoUserPoolPreSignUpEvent, CognitoUserPoolPreSignUpEvent> {

    private final Admit admit;
    private final List<ListId> lists;
    private final AccountTexts texts;
    private final InTime patience;
    private final FunctionLog log = new FunctionLog("pre-sign-up");

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public PreSignUpHandler() {
        this(Wiring.ofProcess());
    }

    private PreSignUpHandler(Wiring wiring) {
        this(wiring.admit(), wiring.lists(), Wiring.texts(), Wiring.DECIDE);
        wiring.prime(admit, lists);
    }

    PreSignUpHandler(Admit admit, List<ListId> lists, AccountTexts texts, InTime patience) {
        this.admit = admit;
        this.lists = List.copyOf(lists);
        this.texts = texts;
        this.patience = patience;
    }

    /**
     * Gives the event back.
     *
     * @throws RuntimeException {@link SignUpRefused}
     */
    @Override
    public CognitoUserPoolPreSignUpEvent handleRequest(CognitoUserPoolPreSignUpEvent event, Context context) {
        var request = event.getRequest();
        var user = User.of(event, request, request == null ? null : request.getClientMetadata());
        var line = log.line(context.getAwsRequestId()).with("trigger", String.valueOf(event.getTriggerSource()));
        var address = user.address().orElseThrow(() -> {
            log.info(line.outcome("no-address"));
            return new SignUpRefused(texts.noAddress(user.language(Locale.ENGLISH)));
        });
        switch (ask(user, address, line)) {
            case Admit.Answer.Admitted _ -> log.info(line.outcome("admitted"));
            case Admit.Answer.Refused(var asked, var domains) -> throw refused(user, asked, domains, line);
        }
        event.setResponse(new CognitoUserPoolPreSignUpEvent.Response(false, false, false));
        return event;
    }

    private Admit.Answer ask(User user, EmailAddress address, LogLine line) {
        try {
            return patience.get(() -> admit.admit(lists, address));
        } catch (RuntimeException failed) {
            log.error(line.outcome("unavailable").failure(failed));
            throw new SignUpRefused(texts.unavailable(user.language(Locale.ENGLISH)));
        }
    }

    /** A setting that is missing refuses everybody; somebody must see to it. */
    private SignUpRefused refused(User user, List<MailingList> asked, List<DomainPattern> domains, LogLine line) {
        if (asked.isEmpty()) {
            log.error(line.outcome("no-such-lists"));
        } else if (domains.isEmpty()) {
            log.error(line.outcome("no-domains-set"));
        } else {
            log.info(line.outcome("domain-refused"));
        }
        var language = asked.isEmpty() ? Locale.ENGLISH : asked.getFirst().profile().language();
        return new SignUpRefused(texts.refused(user.language(language),
                domains.stream().map(DomainPattern::toString).toList()));
    }
}
