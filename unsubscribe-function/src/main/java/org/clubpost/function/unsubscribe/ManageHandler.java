package org.clubpost.function.unsubscribe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.CommonPages;
import org.clubpost.aws.event.PageFunction;
import org.clubpost.core.subscription.ChangeAddress;
import org.clubpost.core.subscription.ClubLists;
import org.clubpost.core.subscription.Manage;
import org.clubpost.core.subscription.SendLinks;
import org.clubpost.core.subscription.UndoAddress;
import org.clubpost.core.text.Languages;
import org.clubpost.site.AddressPage;
import org.clubpost.site.ErasePage;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.LinksPage;
import org.clubpost.site.ManagePage;
import org.clubpost.site.MyDataPage;
import org.clubpost.site.NonMemberPage;
import org.clubpost.site.PrivacyPage;
import org.clubpost.site.Site;

/**
 * The pages of a member's settings: {@code /manage} and {@code /s} ({@link Managing}); {@code /address}, behind the links
 * in the mails about a change of address ({@link ChangingAddress}); {@code /leave}, for members who have no mail at
 * hand ({@link SendingLinks}); and what people may ask about themselves: {@code /my-data} ({@link Telling}), {@code
 * /erase} ({@link Erasing}) and {@code /privacy} ({@link Explaining}).
 */
public final class ManageHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final PageFunction function;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public ManageHandler() {
        this(Wiring.ofProcess(), Site.load());
        function.prime("/manage?token=nobody");
    }

    /**
     * What it does.
     *
     * @param manage the settings
     * @param lists the lists of the club
     * @param change a new address
     * @param undo the way back from it
     * @param links what is sent to members who have no mail at hand
     */
    public record UseCases(Manage manage, ClubLists lists, ChangeAddress change, UndoAddress undo, SendLinks links) {}

    private ManageHandler(Wiring wiring, Site site) {
        this(wiring.settings(), wiring.own(), site, wiring.region());
    }

    /**
     * Answers with these use cases, in the words of that site.
     *
     * @param own what people may ask about themselves
     * @param region the region of AWS in which everything lies; empty on one machine
     */
    public ManageHandler(UseCases use, Own own, Site site, Optional<String> region) {
        var clock = own.clock();
        var errors = new ErrorPages(site);
        var nonMember = new NonMemberPage(site);
        this.function = new PageFunction("manage", clock, new CommonPages(Languages::best, errors::unavailable,
                errors::broken, errors::notFound, nonMember::forged, errors::refused),
                Map.of("", new Managing(use, new ManagePage(site), new AddressPage(site), nonMember, errors, clock),
                        "/address", new ChangingAddress(use.change(), use.undo(), new AddressPage(site), clock),
                        LinksPage.PATH, new SendingLinks(use.links(), new LinksPage(site), errors), "/erase",
                        new Erasing(own, new ErasePage(site), nonMember), "/my-data",
                        new Telling(own, new MyDataPage(site), new ErasePage(site), nonMember), "/privacy",
                        new Explaining(own, new PrivacyPage(site, region), nonMember)));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return function.answer(event, context);
    }
}
