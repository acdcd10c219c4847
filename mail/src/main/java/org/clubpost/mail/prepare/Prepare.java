package org.clubpost.mail.prepare;

import java.util.function.Consumer;
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

    /** The same, and tells the names of the steps that changed something. */
    public static CompiledMail prepare(Octets raw, PostContext context, Consumer<String> acted) {
        return CompiledMail.compile(Steps.apply(parsed(raw), context, acted));
    }

    private static Entity parsed(Octets raw) {
        return MimeParser.parse(LineEnds.onTheWire(raw));
    }
}
