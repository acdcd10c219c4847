package org.clubpost.function.admin.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.Method;
import org.clubpost.aws.event.Troubles;
import org.clubpost.core.admin.Role;
import org.clubpost.core.call.CallOnce;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.person.ApiKeys;
import org.clubpost.function.admin.api.Problem.Kind;
import org.clubpost.function.admin.frame.Cookies;

/**
 * Answers programs: finds the operation, and asks it once all is certain that it needs. It looks at no cookie, so that a
 * page in somebody's browser can do nothing here, and lets no script of another page read an answer.
 */
public final class Api implements Troubles {

    /** How long a body may be, unless it has files. */
    public static final int MOST_OCTETS = 256 * 1024;
    /** How long a body with files may be: with what API Gateway adds, Lambda takes 6 MB of it. */
    public static final int MOST_WITH_FILES = 4_000_000;

    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final List<Operation> operations;
    private final ApiKeys keys;
    private final Lists lists;
    private final Repeats repeats;
    private final Cookies cookies;

    /**
     * Answers with these operations.
     *
     * @param operations the table of operations
     * @param ports say who may do what
     * @param once knows the calls that were made before
     * @param random names the others
     * @param cookies knows whether what is sent stays secret on its way
     */
    public Api(List<Operation> operations, Ports ports, CallOnce once, RandomGenerator random, Cookies cookies) {
        this.operations = List.copyOf(operations);
        this.keys = ports.keys();
        this.lists = ports.lists();
        this.repeats = new Repeats(once, random);
        this.cookies = cookies;
    }

    /**
     * What says who may do what.
     *
     * @param keys know whose key it is
     * @param lists know who has which role
     */
    public record Ports(ApiKeys keys, Lists lists) {}

    /** The table of operations. */
    public List<Operation> operations() {
        return operations;
    }

    /** Whether a path is one of these, behind the name of a stage perhaps. */
    public static boolean isAt(String path) {
        return within(path).isPresent();
    }

    private static Optional<String> within(String path) {
        var start = path.indexOf(Route.ROOT);
        return start >= 0 && (path.length() == start + Route.ROOT.length()
                || path.charAt(start + Route.ROOT.length()) == '/')
                        ? Optional.of(path.substring(start))
                        : Optional.empty();
    }

    /** Answers one request. */
    public Handled handle(FormRequest request) {
        var path = within(request.path()).orElse("");
        var pieces = path.length() <= Route.ROOT.length()
                ? List.<String>of()
                : Route.pieces(path.substring(Route.ROOT.length()));
        var there = operations.stream().filter(each -> each.route().match(pieces).isPresent()).toList();
        var method = request.method() == Method.HEAD ? Method.GET : request.method();
        var list = new ArrayList<ListId>();
        var answer = there.stream().filter(each -> each.route().method() == method).findFirst()
                .map(found -> safe(request, found, new ApiCall.Spot(path,
                        found.route().match(pieces).orElseThrow(), Optional.empty()), list))
                .orElseGet(() -> nothing(there));
        return list.isEmpty()
                ? Handled.of(answer.http(), answer.outcome())
                : Handled.of(answer.http(), answer.outcome(), list.getFirst());
    }

    private static ApiAnswer nothing(List<Operation> there) {
        return there.isEmpty()
                ? Problem.notFound("There is nothing at this path. GET " + Route.ROOT
                        + "/openapi.yaml says what there is.").answer()
                : Problem.of(Kind.WRONG_METHOD, "See the field Allow.").answer().with("allow", there.stream()
                        .map(each -> each.route().method().name()).distinct().sorted()
                        .collect(Collectors.joining(", ")));
    }

    private ApiAnswer safe(FormRequest request, Operation operation, ApiCall.Spot spot, List<ListId> seen) {
        if (!operation.needs().key()) {
            return operation.answer(new ApiCall(Optional.empty(), spot, Map.of(), new Query(Map.of()), "",
                    request.origin().at()));
        }
        return cookies.areSafe(request)
                ? known(request, operation, spot, seen)
                : Problem.of(Kind.INSECURE, "A key would not stay secret on this way. Withdraw it, if it was sent.")
                        .answer();
    }

    private ApiAnswer known(FormRequest request, Operation operation, ApiCall.Spot spot, List<ListId> seen) {
        var text = request.bearer();
        if (text.isEmpty()) {
            return Problem.of(Kind.NO_KEY, "Send it in the header field Authorization: Bearer KEY.").answer()
                    .with("www-authenticate", "Bearer realm=\"clubpost\"");
        }
        return switch (keys.show(text, request.origin())) {
            case ApiKeys.Shown.None _ -> Problem.of(Kind.WRONG_KEY, "It was withdrawn, is over, or was never one.")
                    .answer().with("www-authenticate", "Bearer realm=\"clubpost\", error=\"invalid_token\"");
            case ApiKeys.Shown.TooOften _ -> Problem.of(Kind.TOO_MANY, "At most " + ApiKeys.MOST_USES + " calls in "
                    + ApiKeys.USES_WITHIN.toMinutes() + " minutes.").answer()
                    .with("retry-after", Long.toString(PAUSE.toSeconds()));
            case ApiKeys.Shown.Good good -> operation.needs().scope().filter(scope -> !good.key().has(scope))
                    .map(scope -> Problem.of(Kind.MISSING_SCOPE, "It takes a key for " + scope.word() + ".").answer())
                    .orElseGet(() -> placed(request, operation, spot, good, seen));
        };
    }

    private ApiAnswer placed(FormRequest request, Operation operation, ApiCall.Spot spot, ApiKeys.Shown.Good good,
            List<ListId> seen) {
        if (!operation.route().isOfList()) {
            return read(request, operation, spot, good);
        }
        var list = ListId.parse(spot.pieces().getOrDefault(Route.LIST, "")).filter(good.key()::isFor)
                .flatMap(lists::headed);
        var role = list.flatMap(found -> Role.of(good.actor(), found.list()));
        if (role.isEmpty()) {
            return Problem.notFound("There is no list of that name that this key is for.").answer();
        }
        list.ifPresent(found -> seen.add(found.list().id()));
        return operation.needs().permission().filter(permission -> !role.get().may(permission)).isPresent()
                ? Problem.notAllowed().answer()
                : read(request, operation, new ApiCall.Spot(spot.path(), spot.pieces(), list), good);
    }

    private ApiAnswer read(FormRequest request, Operation operation, ApiCall.Spot spot, ApiKeys.Shown.Good good) {
        return switch (Query.read(request.query(), operation.query())) {
            case Query.Read.Refused(var wrong) ->
                new Problem(Kind.WRONG_PARAMETER, "Nothing was done. See errors.", wrong).answer();
            case Query.Read.Fine(var query) -> switch (BodyRead.of(request, operation.body(), operation.mostOctets())) {
                case BodyRead.Refused(var problem) -> problem.answer();
                case BodyRead.Fields body -> asked(request, operation, body,
                        new ApiCall(Optional.of(good), spot, body.fields(), query, "", request.origin().at()));
            };
        };
    }

    /** What can become wrong with time is looked at once for each call, and not again when it is made again. */
    private ApiAnswer asked(FormRequest request, Operation operation, BodyRead.Fields body, ApiCall call) {
        if (!body.wrong().isEmpty()) {
            return Problem.fields(body.wrong(operation.wrong(call))).answer();
        }
        return operation.route().method() == Method.POST && !operation.isLook()
                ? repeats.answer(request, call.key(), id -> checked(operation, new ApiCall(call.holder(),
                        call.place(), call.fields(), call.query(), id, call.now())))
                : checked(operation, call);
    }

    private static ApiAnswer checked(Operation operation, ApiCall call) {
        var wrong = operation.wrong(call);
        return wrong.isEmpty() ? operation.answer(call) : Problem.fields(wrong).answer();
    }

    @Override
    public HttpAnswer unreadable() {
        return Problem.of(Kind.UNREADABLE, "This is not a request.").answer().http();
    }

    @Override
    public HttpAnswer unavailable(FormRequest request) {
        return Problem.of(Kind.UNAVAILABLE, "Ask again in a minute.").answer().http();
    }

    @Override
    public HttpAnswer broken(FormRequest request) {
        return Problem.of(Kind.BROKEN, "The log of the service says what.").answer().http();
    }
}
