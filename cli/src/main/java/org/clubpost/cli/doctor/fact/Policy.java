package org.clubpost.cli.doctor.fact;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The policy of a resource, as far as it lets in services of AWS. This is a small part of what AWS does with a policy.
 * A condition on a key that is not given with the call does not hold.
 *
 * @param statements its statements
 */
public record Policy(List<Statement> statements) {

    /** Copies the list. */
    public Policy {
        statements = List.copyOf(statements);
    }

    /**
     * One statement.
     *
     * @param allows whether it allows; otherwise it denies
     * @param services which services it is about, such as {@code ses.amazonaws.com}; {@code *} for everybody
     * @param actions which actions, with stars
     * @param resources which resources, with stars
     * @param conditions what must hold besides: a key, such as {@code aws:SourceAccount} in lower case, and the
     *         patterns one of which must match
     */
    public record Statement(boolean allows, List<String> services, List<String> actions, List<String> resources,
            Map<String, List<String>> conditions) {

        /** Copies what it is given. */
        public Statement {
            services = List.copyOf(services);
            actions = List.copyOf(actions);
            resources = List.copyOf(resources);
            conditions = Map.copyOf(conditions);
        }

        private boolean covers(Call call) {
            return services.stream().anyMatch(each -> each.equals("*") || each.equals(call.service()))
                    && actions.stream().anyMatch(each -> like(each, call.action()))
                    && resources.stream().anyMatch(each -> like(each, call.resource()))
                    && conditions.entrySet().stream().allMatch(condition -> condition.getValue().stream()
                            .anyMatch(pattern -> like(pattern, call.context().getOrDefault(condition.getKey(), ""))));
        }
    }

    /**
     * What a service would do.
     *
     * @param service such as {@code ses.amazonaws.com}
     * @param action such as {@code s3:PutObject}
     * @param resource the resource that it would do this to
     * @param context what is known about the call, under keys in lower case
     */
    public record Call(String service, String action, String resource, Map<String, String> context) {

        /** Copies the map. */
        public Call {
            context = Map.copyOf(context);
        }
    }

    /** Whether the service may do that. */
    public boolean allows(Call call) {
        return statements.stream().anyMatch(each -> each.allows() && each.covers(call)) && !denies(call);
    }

    /** Whether a statement forbids it, whatever others allow. */
    public boolean denies(Call call) {
        return statements.stream().anyMatch(each -> !each.allows() && each.covers(call));
    }

    private static boolean like(String pattern, String value) {
        var expression = Pattern.quote(pattern.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q")
                .replace("?", "\\E.\\Q");
        return Pattern.matches(expression, value.toLowerCase(Locale.ROOT));
    }
}
