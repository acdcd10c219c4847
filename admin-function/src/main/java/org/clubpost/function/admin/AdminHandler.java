package org.clubpost.function.admin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.clubpost.aws.event.CommonPages;
import org.clubpost.aws.event.PageFunction;
import org.clubpost.aws.event.ProgramFunction;
import org.clubpost.core.text.Languages;
import org.clubpost.function.admin.api.Api;
import org.clubpost.function.admin.frame.Frame;
import org.clubpost.function.admin.frame.Rooms;
import org.clubpost.function.admin.words.Words;

/**
 * {@code /rooms} and everything below: the rooms of those who run lists. {@code /api/v1} and everything below: the same for
 * their programs.
 */
public final class AdminHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Rooms rooms;
    private final PageFunction function;
    private final Supplier<ProgramFunction> programs;

    /**
     * Made by Lambda, from its environment. For a snapshot all of it is made.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public AdminHandler() {
        this(Wiring.ofProcess(), InstantSource.system());
        function.prime("/rooms/sign-in?lang=en");
        if (Wiring.isForSnapshot()) {
            complete();
        }
    }

    /**
     * Answers with what that puts together. Most who come here want to sign in, so the rooms and what programs call are put
     * together when somebody asks for them.
     */
    public AdminHandler(Wiring wiring, InstantSource clock) {
        var frame = wiring.frame();
        this.rooms = wiring.rooms();
        this.function = new PageFunction("admin", clock, pages(frame), rooms::find);
        this.programs = wiring.programs(clock);
    }

    /** Puts everything together that was not asked for yet. */
    AdminHandler complete() {
        rooms.all();
        Objects.requireNonNull(programs.get());
        return this;
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
        return isOfPrograms(event) ? programs.get().answer(event, context) : function.answer(event, context);
    }

    private static boolean isOfPrograms(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRawPath()).filter(path -> Api.isAt(path)).isPresent();
    }
}
