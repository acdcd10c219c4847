package org.clubpost.function.setup;

import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.resource.Chore;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.AlreadyExistsException;
import software.amazon.awssdk.services.ses.model.ReceiptRuleSetMetadata;
import software.amazon.awssdk.services.ses.model.RuleSetDoesNotExistException;

/**
 * {@code Custom::ActiveRuleSet}: makes sure that SES receives mail by some set of rules, and says which one.
 *
 * <p>An account has one active set in a region. When a set is active, whoever made it, that set is used and nothing is
 * changed. When no set is active, one named {@code OwnName} is made and activated. When the last list goes, our own set
 * is deactivated and deleted, if it is empty by then. Nobody else's set ever is.
 */
final class ActivateRules implements Chore {

    private final SesClient ses;

    ActivateRules(SesClient ses) {
        this.ses = ses;
    }

    @Override
    public Made make(Properties properties) {
        var name = active().orElseGet(() -> activate(properties.text("OwnName")));
        return new Made(name, Map.of("RuleSetName", name));
    }

    private Optional<String> active() {
        return Optional.ofNullable(ses.describeActiveReceiptRuleSet(request -> {
        }).metadata())
                .map(ReceiptRuleSetMetadata::name);
    }

    private String activate(String own) {
        try {
            ses.createReceiptRuleSet(request -> request.ruleSetName(own));
        } catch (AlreadyExistsException madeBefore) {
            // An attempt that died before it was activated, or somebody has switched it off: it is ours, and nothing
            // else is active.
        }
        ses.setActiveReceiptRuleSet(request -> request.ruleSetName(own));
        return own;
    }

    @Override
    public void remove(String id, Properties properties) {
        var own = properties.text("OwnName");
        if (!id.equals(own)) {
            return;
        }
        try {
            if (!ses.describeReceiptRuleSet(request -> request.ruleSetName(own)).rules().isEmpty()) {
                return;
            }
            if (active().filter(own::equals).isPresent()) {
                ses.setActiveReceiptRuleSet(request -> {
                });
            }
            ses.deleteReceiptRuleSet(request -> request.ruleSetName(own));
        } catch (RuleSetDoesNotExistException gone) {
            // Another list, deleted at the same time, was the last one.
        }
    }
}
