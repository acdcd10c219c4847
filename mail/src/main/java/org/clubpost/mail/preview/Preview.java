package org.clubpost.mail.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.PostId;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.LineEnds;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.CompiledMail;
import org.clubpost.mail.prepare.ListPreparation;
import org.clubpost.mail.route.Handling;
import org.clubpost.mail.route.Routed;
import org.clubpost.mail.route.Routes;
import org.clubpost.mail.rule.Verdict;
import org.clubpost.mail.step.PostContext;

/**
 * Tells what would become of a mail to a list. The mail is routed and judged by the same classes and rewritten by the
 * same steps as in {@link org.clubpost.mail.receive.Receive}, but nothing is stored, sent or remembered.
 *
 * @param list the list
 * @param routes the kinds of mails, and the rules
 * @param preparation the steps
 * @param trust what is believed of a mail without the receiving side's block
 */
public record Preview(MailingList list, Routes routes, ListPreparation preparation, Trust trust) {

    /**
     * Looks at one mail.
     *
     * @param file any octets at all; with LF line ends they are taken as the receiving side would have handed them
     *         over, with CRLF
     */
    public Previewed of(Octets file) {
        var wire = LineEnds.onTheWire(file);
        var received = HandedIn.withBlock(wire, list, trust);
        var mail = MimeParser.parse(received);
        var id = PostId.of(PostContext.Arrival.SAMPLE.at(), MailKey.inbound(list.id(), "preview"));
        var incoming = Incoming.of(id, list, mail, received.length());
        var routed = routes.route(incoming);
        var changes = new ArrayList<Previewed.Change>();
        var warnings = new ArrayList<Warning>();
        var prepared = routed.handling() instanceof Handling.Judged(Verdict.Relay _)
                ? Optional.of(prepare(incoming, changes, warnings))
                : Optional.<CompiledMail>empty();
        return new Previewed(received.length() != wire.length(), passed(routed), routed, changes, warnings, prepared);
    }

    private List<String> passed(Routed routed) {
        return routes.rules(routed.kind()).stream().takeWhile(rule -> !rule.equals(routed.decider())).toList();
    }

    private CompiledMail prepare(Incoming incoming, List<Previewed.Change> changes, List<Warning> warnings) {
        var mail = incoming.mail();
        var seen = new ArrayList<Entity>(List.of(mail));
        var prepared = preparation.prepare(list, incoming.post(), incoming.to().audience(), mail, (step, after) -> {
            var what = Changes.between(seen.getLast(), after);
            if (!what.isEmpty()) {
                changes.add(new Previewed.Change(step, String.join("; ", what)));
            }
            seen.set(0, after);
        });
        warnings.addAll(Warnings.about(mail, seen.getLast()));
        return prepared;
    }
}
