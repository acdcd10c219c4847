package org.clubpost.aws.event;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.function.Function;
import org.clubpost.aws.config.Environment;

/**
 * The shape of a function that programs call. It reads no form, shows no page and sets no cookie: whoever answers gets the
 * request as it came, with any method. Safe for use by many threads.
 */
public final class ProgramFunction {

    private final HttpEdge edge;
    private final Function<FormRequest, Handled> answers;

    /**
     * A function.
     *
     * @param name the function's name in the log
     * @param clock says when a request came in
     * @param troubles what to say when we cannot help
     * @param answers answers a request; may throw {@link org.clubpost.core.UnavailableException}
     */
    public ProgramFunction(String name, InstantSource clock, Troubles troubles,
            Function<FormRequest, Handled> answers) {
        this.edge = new HttpEdge(name, clock, troubles, EdgeKey.of(Environment.ofProcess()));
        this.answers = answers;
    }

    /** Answers one request. Never throws. */
    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context) {
        return edge.answer(event, context, answers);
    }
}
