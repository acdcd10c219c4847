package org.clubpost.cli.doctor.check;

import java.util.List;

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
                new MailFromCheck(), new DmarcCheck(), new MxCheck(), new AccountCheck(), new ConfigurationSetCheck(),
                new KeysCheck(), new RulesCheck(), new LanguageCheck(), new BucketCheck(), new FunctionsCheck(),
                new NoticesCheck("alarm mails", "AlarmTopicArn"), new NoticesCheck("bounce mails", "FeedbackTopicArn"),
                new AlarmsCheck());
    }

    /** The checks that tell whether the owner hears of bounces and complaints. */
    public static List<Check> reports() {
        return List.of(new ConfigurationSetCheck(), new NoticesCheck("bounce mails", "FeedbackTopicArn"));
    }
}
