package org.clubpost.aws.event;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clubpost.aws.config.Environment;

/**
 * The shape of every function behind pages. It finds the {@link Conversation} by the path, reads the fields, has the
 * conversation show or act as the method says, and refuses what cannot be read. A function adds only what is special
 * about it. Safe for use by many threads.
 */
public final class PageFunction {

    private final HttpEdge edge;
    private final CommonPages pages;
    private final Function<String, Optional<Conversation>> conversations;

    /**
     * A function at several paths.
     *
     * @param name the function's name in the log
     * @param clock says when a request came in
     * @param pages what to show when we cannot help
     * @param conversations the conversations by the end of their paths, because the name of a stage may come before it;
     *         where several fit, the longest counts
     */
    public PageFunction(String name, InstantSource clock, CommonPages pages,
            Map<String, Conversation> conversations) {
        this(name, clock, pages, conversations, EdgeKey.of(Environment.ofProcess()));
    }

    PageFunction(String name, InstantSource clock, CommonPages pages, Map<String, Conversation> conversations,
            EdgeKey key) {
        this(name, clock, pages, byEnd(Map.copyOf(conversations)), key);
    }

    /**
     * A function that finds its conversations itself.
     *
     * @param conversations finds the conversation at a path, before which the name of a stage may come
     */
    public PageFunction(String name, InstantSource clock, CommonPages pages,
            Function<String, Optional<Conversation>> conversations) {
        this(name, clock, pages, conversations, EdgeKey.of(Environment.ofProcess()));
    }

    private PageFunction(String name, InstantSource clock, CommonPages pages,
            Function<String, Optional<Conversation>> conversations, EdgeKey key) {
        this.edge = new HttpEdge(name, clock, pages, key);
        this.pages = pages;
        this.conversations = conversations;
    }

    /** A function that does the same at every path that leads to it; everything else is as in the other constructor. */
    public PageFunction(String name, InstantSource clock, CommonPages pages, Conversation conversation) {
        this(name, clock, pages, Map.of("", conversation));
    }

    /** Answers one request. Never throws. */
    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context) {
        return edge.answer(event, context, this::handle);
    }

    /**
     * Answers a made-up visitor who looks at a page, when Lambda is about to take a snapshot of this process. So
     * whatever an answer needs is loaded before the snapshot. Looking changes nothing; when it fails, the first request
     * is slower.
     *
     * @param target the path and the query of that page
     */
    public void prime(String target) {
        edge.prime(target, this::handle);
    }

    private Handled handle(FormRequest request) {
        return switch (request.method()) {
            case GET, HEAD, POST ->
                conversation(request).map(found -> converse(request, found)).orElseGet(() -> notFound(request));
            case OPTIONS -> conversation(request).flatMap(found -> admit(request, found))
                    .orElseGet(PageFunction::methodRefused);
            case PATCH, DELETE, OTHER -> methodRefused();
        };
    }

    private Optional<Conversation> conversation(FormRequest request) {
        return conversations.apply(request.path());
    }

    private static Function<String, Optional<Conversation>> byEnd(Map<String, Conversation> conversations) {
        return path -> conversations.entrySet().stream().filter(each -> path.endsWith(each.getKey()))
                .max(Comparator.comparingInt(each -> each.getKey().length())).map(Map.Entry::getValue);
    }

    private Optional<Handled> admit(FormRequest request, Conversation conversation) {
        return switch (request.query(conversation.query())) {
            case FormFields.Read read -> conversation.admit(new Visit(request, read, pages));
            case FormFields.Refused(_, var usable) -> conversation.admit(new Visit(request, usable, pages));
        };
    }

    private static Handled methodRefused() {
        return Handled.of(HttpAnswer.json(405, Map.of("status", "refused", "message", "Only GET, HEAD and POST."))
                .with("allow", "GET, HEAD, POST"), "method-refused");
    }

    private Handled converse(FormRequest request, Conversation conversation) {
        if (request.method() == Method.POST) {
            if (request.isPastCloudFront() && conversation.actsBehindCloudFrontOnly()) {
                return HttpEdge.pastCloudFront();
            }
            return switch (request.fields(conversation.fields())) {
                case FormFields.Read read -> conversation.act(new Visit(request, read, pages));
                case FormFields.Refused(var problem, var usable) ->
                    conversation.refuseToAct(new Visit(request, usable, pages), problem);
            };
        }
        return switch (request.query(conversation.query())) {
            case FormFields.Read read -> conversation.show(new Visit(request, read, pages));
            case FormFields.Refused(var problem, var usable) ->
                conversation.refuseToShow(new Visit(request, usable, pages), problem);
        };
    }

    private Handled notFound(FormRequest request) {
        return Handled.of(HttpAnswer.html(404, pages.notFound().apply(pages.language(request))), "not-found");
    }
}
