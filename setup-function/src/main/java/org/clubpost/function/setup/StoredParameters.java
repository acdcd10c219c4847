package org.clubpost.function.setup;

import java.util.Optional;
import org.clubpost.aws.config.SsmParameters;

/**
 * The encrypted parameters of Systems Manager.
 *
 * @param ssm reaches it; is not closed here
 */
record StoredParameters(SsmParameters ssm) implements KeepSecrets.Parameters {

    @Override
    public boolean create(String name, String text) {
        return ssm.create(name, text);
    }

    @Override
    public Optional<String> find(String name) {
        return ssm.find(name);
    }
}
