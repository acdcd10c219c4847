package org.clubpost.cli.doctor.check;

import java.util.List;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;

/** The keys, without which no function works. */
final class KeysCheck implements Check {

    private static final String SUBJECT = "keys";

    @Override
    public List<Finding> look(Facts facts) {
        var name = facts.stack().output("SecretsParameter");
        return List.of(switch (facts.keys()) {
            case Look.Seen<Boolean> _ -> new Finding.Right(SUBJECT, name + " is there");
            case Look.Missing<Boolean> _ -> new Finding.Wrong(SUBJECT, "there is no parameter " + name,
                    "Put your backup of it back: aws ssm put-parameter --type SecureString --name " + name
                            + " --value \"$(cat clubpost.keys)\". Deploy nothing before that: the functions that run "
                            + "still know the keys.");
            case Look<Boolean> other -> Finding.unseen(SUBJECT, other);
        });
    }
}
