package org.clubpost.cli.doctor.check;

import java.util.List;
import org.clubpost.cli.doctor.fact.ConfigurationSet;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Identity;
import org.clubpost.cli.doctor.fact.Look;

/**
 * Whether SES mails each bounce and complaint to the list as well, although it reports them to the stack's topic. That
 * is on by default, and doubles them (Amazon SES Developer Guide, "Receiving notifications through email"). {@link
 * IdentityCheck} deals with an identity that cannot be looked at.
 */
final class ForwardingCheck implements Check {

    private static final String SUBJECT = "bounces by mail";

    @Override
    public List<Finding> look(Facts facts) {
        if (!(facts.identity() instanceof Look.Seen<Identity>(var identity))) {
            return List.of();
        }
        if (!identity.forwardsFeedback()) {
            return List.of(new Finding.Right(SUBJECT, "SES reports to the stack's topic only"));
        }
        return List.of(isReported(facts)
                ? new Finding.Warning(SUBJECT, "SES mails each bounce to the list too, although it reports them",
                        "Switch the mails off: aws sesv2 put-email-identity-feedback-attributes "
                                + "--no-email-forwarding-enabled --email-identity " + facts.stack().domain())
                : new Finding.Right(SUBJECT, "on, since nothing else reports them"));
    }

    private static boolean isReported(Facts facts) {
        var topic = facts.stack().output("FeedbackTopicArn");
        return facts.configurationSet() instanceof Look.Seen<ConfigurationSet>(var set) && set.destinations().stream()
                .anyMatch(each -> each.enabled() && each.topic().equals(topic));
    }
}
