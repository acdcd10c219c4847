package org.clubpost.mail.bounds;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.PostId;
import org.clubpost.mail.Mails;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;
import org.clubpost.mail.report.ReportReader;
import org.clubpost.mail.route.Routes;
import org.clubpost.mail.rule.Strangers;

/**
 * Takes a mail in, and says how long each stage of that takes: reading, the routes and rules, each step, compiling. The
 * time is that of the thread's processor, so that it says something on a machine with other work too.
 */
final class Stopwatch {

    private static final PostId POST = new PostId("019cc2449340c0d2efd61c35");

    private final MailingList list;
    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private long since = now();

    private Stopwatch(MailingList list) {
        this.list = list;
    }

    /** The nanoseconds of each stage. */
    static Map<String, Long> stages(Octets mail, MailingList list) {
        return new Stopwatch(list).stages(mail);
    }

    private Map<String, Long> stages(Octets mail) {
        var incoming = Incoming.read(POST, list, mail);
        stop("read");
        Routes.of(new Strangers()).route(incoming);
        stop("route");
        ReportReader.read(incoming.mail());
        stop("report");
        var prepared = new ListPreparation(Mails.context(list).links(), new InMemorySentIds()).prepare(list, POST,
                Audience.everyone(),
                incoming.mail(), (step, _) -> stop(step));
        stop("compile");
        prepared.stored();
        stop("store");
        return new TreeMap<>(nanos);
    }

    private void stop(String stage) {
        var now = now();
        nanos.merge(stage, now - since, Long::sum);
        since = now();
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
