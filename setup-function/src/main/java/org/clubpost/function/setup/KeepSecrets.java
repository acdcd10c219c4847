package org.clubpost.function.setup;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.clubpost.aws.resource.Chore;

/**
 * {@code Custom::Secrets}: makes the installation's keys when there are none, in the parameter that {@code Parameter}
 * names. CloudFormation itself makes no encrypted parameters. The keys outlive the stack: without them, the members
 * that it leaves behind could never be found again. Its attribute {@code EdgeKey} is what CloudFront shows to the
 * functions.
 */
final class KeepSecrets implements Chore {

    private static final String EDGE_KEY = "EdgeKey";

    private final Parameters parameters;
    private final Supplier<String> fresh;
    private final UnaryOperator<String> edgeKey;

    /**
     * Where encrypted parameters are kept.
     *
     * @param create stores the text (second) under that name (first), encrypted, unless that name has a text already;
     *         false when there was a text, which stays as it is
     * @param find the text under that name; empty when there is none
     */
    record Parameters(BiPredicate<String, String> create, Function<String, Optional<String>> find) {}

    /**
     * @param fresh makes new keys, written as they are stored
     * @param edgeKey what CloudFront shows, by the keys as they are stored
     */
    KeepSecrets(Parameters parameters, Supplier<String> fresh, UnaryOperator<String> edgeKey) {
        this.parameters = parameters;
        this.fresh = fresh;
        this.edgeKey = edgeKey;
    }

    @Override
    public Made make(Properties properties) {
        var name = properties.text("Parameter");
        var text = fresh.get();
        if (!parameters.create().test(name, text)) {
            text = parameters.find().apply(name)
                    .orElseThrow(() -> new IllegalStateException("the keys went away meanwhile"));
        }
        return new Made(name, Map.of(EDGE_KEY, edgeKey.apply(text)), true);
    }

    /** They stay. */
    @Override
    public void remove(String id, Properties properties) {}
}
