package org.clubpost.function.subscribe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.clubpost.aws.event.CommonPages;
import org.clubpost.aws.event.PageFunction;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.core.text.Languages;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.Site;
import org.clubpost.site.StaticFiles;

/**
 * {@code GET /subscribe?list=news} shows the form; {@code POST /subscribe} takes it, form-encoded or as JSON.
 *
 * <p>{@code GET /subscribe} without a list is the front page, with all lists that are offered to everybody; its form
 * sends {@code lists}, once for each that is ticked. CloudFront, API Gateway and the service on one machine show it at
 * {@code /} too.
 *
 * <p>The fields are {@code list}, {@code email}, and if wanted {@code name}, {@code lang} (a language tag), {@code
 * form} (which form it was), {@code wording} (the hash of the words of consent that were shown), {@code stamp} (when the
 * form was shown, signed) and {@code altcha} (the solution of a challenge). A form is answered
 * with 303 to the page "check your inbox", a program with 202 and JSON. The answer to a good request is the same
 * whoever sends it and whatever is stored. Robots get it too; the field that people do not see gives them away.
 *
 * <p>Scripts of the pages that a list names ({@code origins}) get what they need to draw a form of their own, and may
 * read the answers ({@link Door}). docs/embedding.md is written for those who make such pages.
 *
 * <p>In a stack without CloudFront it answers every other path too, with the files that are the same for everybody.
 */
public final class SubscribeHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final PageFunction function;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SubscribeHandler() {
        this(Wiring.ofProcess().subscribe(), Site.load(), InstantSource.system());
        function.prime("/subscribe?list=nobody");
    }

    /** Answers with that use case, in the words of that site. */
    public SubscribeHandler(Subscribe subscribe, Site site, InstantSource clock) {
        var errors = new ErrorPages(site);
        var signingUp = SigningUp.of(subscribe, site, new SecureRandom());
        this.function = new PageFunction("subscribe", clock, new CommonPages(Languages::best, errors::unavailable,
                errors::broken, errors::notFound, errors::forged, errors::refused),
                Map.of("/subscribe", signingUp, "",
                        new SitePages(StaticFiles.of(site), signingUp.front(), errors)));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return function.answer(event, context);
    }
}
