package org.clubpost.function.admin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.clubpost.aws.event.CommonPages;
import org.clubpost.aws.event.PageFunction;
import org.clubpost.aws.event.ProgramFunction;
import org.clubpost.core.text.Languages;
import org.clubpost.function.admin.api.Api;
import org.clubpost.function.admin.frame.Frame;
import org.clubpost.function.admin.words.Words;

/**
 * {@code /rooms} and everything below: the rooms of those who run lists. {@code /api/v1} and everything below: the same for
 * their programs.
 */
public final class AdminHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final PageFunction function;
    private final ProgramFunction programs;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public AdminHandler() {
        this(Wiring.ofProcess(), InstantSource.system());
        function.prime("/rooms/sign-in?lang=en");
    }

    /** Answers with what that puts together. */
    public AdminHandler(Wiring wiring, InstantSource clock) {
        var frame = wiring.frame();
        this.function = new PageFunction("admin", clock, pages(frame), wiring.rooms()::find);
        var api = wiring.api();
        this.programs = new ProgramFunction("admin", clock, api, api::handle);
    }

    private static CommonPages pages(Frame frame) {
        return new CommonPages(Languages::best, language -> frame.message(Words.of(language), "unavailable"),
                language -> frame.message(Words.of(language), "broken"),
                language -> frame.message(Words.of(language), "frame.notfound"),
                language -> frame.message(Words.of(language), "frame.notfound"),
                (language, _, _) -> frame.message(Words.of(language), "frame.unreadable"));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return isOfPrograms(event) ? programs.answer(event, context) : function.answer(event, context);
    }

    private static boolean isOfPrograms(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRawPath()).filter(path -> Api.isAt(path)).isPresent();
    }
}
