package org.clubpost.cli.doctor.check;

import java.util.List;
import java.util.Locale;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.core.address.EmailAddress;

/**
 * Whether mail to the domain's postmaster can reach whoever runs the stack (RFC 5321 section 4.5.1). An address of the
 * domain itself does not count: its mail would come back.
 */
final class OperatorCheck implements Check {

    private static final String SUBJECT = "postmaster";

    @Override
    public List<Finding> look(Facts facts) {
        var owner = facts.stack().parameters().getOrDefault("OwnerEmail", "").toLowerCase(Locale.ROOT);
        var domain = facts.stack().domain();
        if (owner.isEmpty()) {
            return List.of();
        }
        if (EmailAddress.parse(owner).isEmpty()) {
            return List.of(new Finding.Warning(SUBJECT,
                    "OwnerEmail, " + owner + ", is no e-mail address for Clubpost, so "
                            + "mail to postmaster@" + domain + " and abuse@" + domain
                            + " reaches whoever owns every list, or "
                            + "nobody",
                    "Update the stack with another OwnerEmail."));
        }
        return List.of(owner.endsWith("@" + domain)
                ? new Finding.Warning(SUBJECT,
                        "OwnerEmail is an address of " + domain + " itself, so mail to postmaster@"
                                + domain + " and abuse@" + domain + " reaches whoever owns every list, or nobody",
                        "Update the stack with an OwnerEmail that is not of " + domain + ".")
                : new Finding.Right(SUBJECT, "its mail goes to OwnerEmail"));
    }
}
