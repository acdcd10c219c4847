package org.clubpost.mail.prepare;

import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.LineEnds;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.step.PostContext;
import org.clubpost.mail.step.Steps;

/** Rewrites a post for its list: once, whatever the number of members. */
public final class Prepare {

    private Prepare() {}

    /**
     * Parses, does all steps, and compiles.
     *
     * @param raw the mail as it came; any bytes at all
     * @param context the list that it goes to
     */
    public static CompiledMail prepare(Octets raw, PostContext context) {
        return CompiledMail.compile(Steps.apply(parsed(raw), context));
    }

    private static Entity parsed(Octets raw) {
        return MimeParser.parse(LineEnds.onTheWire(raw));
    }
}
