package org.clubpost.cli.doctor.check;

import java.util.List;
import org.clubpost.cli.cloud.CloudStack;

/** All checks, in the order in which a person would do them: later ones depend on earlier ones. */
public final class Checks {

    private Checks() {}

    /**
     * All of them.
     *
     * @param ownVersion the version of this program, such as {@code 0.1.0}
     */
    public static List<Check> all(String ownVersion) {
        return List.of(new ClockCheck(), new StackCheck(ownVersion), new RegionCheck(), new IdentityCheck(),
                new MailFromCheck(), new DmarcCheck(), new MxCheck(), new AccountCheck(), new PlanCheck(),
                new ConfigurationSetCheck(), new ForwardingCheck(), new KeysCheck(), new RulesCheck(),
                new NamesCheck(), new LanguageCheck(), new PostalAddressCheck(), new BucketCheck(),
                new FunctionsCheck(), new PagesCheck(), new OperatorCheck(),
                new NoticesCheck("alarm mails", "AlarmTopicArn"),
                new FeedbackCheck(), new AlarmsCheck());
    }

    /** How the making of a stack stands, which may be half made. */
    public static Finding status(CloudStack stack) {
        return StackCheck.status(stack);
    }

    /** The checks that tell whether bounces and complaints are heard of. */
    public static List<Check> reports() {
        return List.of(new ConfigurationSetCheck(), new FeedbackCheck());
    }
}
