package org.clubpost.function.setup;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.clubpost.aws.config.InstallationSecrets;
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

    /** Where encrypted parameters are kept. */
    interface Parameters {

        /**
         * Stores the text under that name, encrypted, unless that name has a text already.
         *
         * @return false when there was a text, which stays as it is
         */
        boolean create(String name, String text);

        /** The text under that name; empty when there is none. */
        Optional<String> find(String name);
    }

    /**
     * @param fresh makes new keys, written as they are stored
     */
    KeepSecrets(Parameters parameters, Supplier<String> fresh) {
        this.parameters = parameters;
        this.fresh = fresh;
    }

    @Override
    public Made make(Properties properties) {
        var name = properties.text("Parameter");
        var text = fresh.get();
        if (!parameters.create(name, text)) {
            text = parameters.find(name).orElseThrow(() -> new IllegalStateException("the keys went away meanwhile"));
        }
        return new Made(name, Map.of(EDGE_KEY, InstallationSecrets.parse(text).edgeKey()), true);
    }

    /** They stay. */
    @Override
    public void remove(String id, Properties properties) {}
}
