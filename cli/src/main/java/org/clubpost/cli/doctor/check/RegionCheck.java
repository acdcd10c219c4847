package org.clubpost.cli.doctor.check;

import java.util.List;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.RecordType;

/** Whether SES receives mail in the region. If it does, the host to which an MX record must point exists. */
final class RegionCheck implements Check {

    private static final String SUBJECT = "region";

    @Override
    public List<Finding> look(Facts facts) {
        var region = facts.stack().region();
        var host = "inbound-smtp." + region + ".amazonaws.com";
        return List.of(switch (facts.dns(host, RecordType.A)) {
            case Look.Seen<List<String>> _ -> new Finding.Right(SUBJECT, "SES receives mail in " + region);
            case Look.Missing<List<String>> _ -> new Finding.Wrong(SUBJECT,
                    "SES does not receive mail in " + region + " (there is no " + host + ")",
                    "Deploy in a region where it does, such as eu-central-1, eu-west-1, us-east-1 or us-west-2: "
                            + "https://docs.aws.amazon.com/general/latest/gr/ses.html. That makes a new stack; bring the "
                            + "members with members export and members import.");
            case Look<List<String>> other -> Finding.unseen(SUBJECT, other);
        });
    }
}
