package org.clubpost.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.local.LocalSettings;
import org.clubpost.local.Outlet;
import org.clubpost.local.RunningService;

/** What a newcomer reads after the start: where things are, and what to try. */
final class Banner {

    private final RunningService running;
    private final LocalSettings settings;
    private final Duration taken;

    Banner(RunningService running, LocalSettings settings, Duration taken) {
        this.running = running;
        this.settings = settings;
        this.taken = taken;
    }

    void print(PrintWriter out) {
        out.printf("Clubpost is ready, after %.1f s.%n%n", taken.toMillis() / 1000.0);
        out.println("  Sign up      " + running.pages() + "/subscribe?list=news");
        out.println("  Run lists    " + running.signIn() + "  (signs you in, once)");
        out.println("  Mailbox      " + mailbox());
        out.println("  Posts        " + link("/posts"));
        out.println("  Mail in      localhost port " + running.smtpPort() + ", for news@" + running.domain());
        out.println("  Data         " + settings.data());
        out.println();
        if (isNobodyReached()) {
            out.println(
                    "Mail reaches nobody: it goes into the mailbox on this machine, which is not shown. Start with");
            out.println("--relay (or --send-through ses) to send it, or with --local-pages to look at it.");
            out.println();
        }
        out.println("Try it: sign up, confirm " + (running.link("/mailbox").isPresent() ? "in the mailbox" : "the mail")
                + ", and then send a post by pasting this line into another terminal:");
        out.println();
        out.println("  " + firstPost());
        out.println();
        out.println("More:");
        out.println("  ./clubpost members add news ann@example.org --name \"Ann\"" + dataOption());
        out.println("  ./clubpost list show news" + dataOption());
        out.println("  ./clubpost posts ls news" + dataOption());
        out.println("  ./clubpost --help");
        out.println();
        out.println("Ctrl-C stops it; everything stays.");
        out.flush();
    }

    /** Says who gets the mail to the postmaster, where mail comes from outside. */
    void printOperator(PrintWriter out, List<EmailAddress> operators) {
        if (settings.outlet() instanceof Outlet.Mailbox) {
            return;
        }
        out.println("Mail to postmaster@" + running.domain() + " and abuse@" + running.domain() + (operators.isEmpty()
                ? " is kept and goes to nobody: name yourself with --operator ADDRESS."
                : " goes to " + operators.stream().map(EmailAddress::written).collect(Collectors.joining(", "))
                        + "; another address is named with --operator."));
        out.flush();
    }

    private boolean isNobodyReached() {
        return settings.outlet() instanceof Outlet.Mailbox && running.link("/mailbox").isEmpty();
    }

    private String mailbox() {
        return switch (settings.outlet()) {
            case Outlet.Mailbox _ -> link("/mailbox");
            case Outlet.Relay(var server, _) ->
                "not used: mail leaves through " + server.host() + " port " + server.port();
            case Outlet.Ses _ -> "not used: mail leaves through Amazon SES";
        };
    }

    private String link(String path) {
        return running.link(path).map(Object::toString)
                .orElse("not shown, because of --public-url or --bind; --local-pages shows it on this machine");
    }

    /** It has the time in it, because a list takes the same mail only once. */
    private String firstPost() {
        return "printf 'From: Olga Owner <owner@example.org>\\nTo: news@%1$s\\nSubject: Hello at %%s\\n\\nHello all!\\n' "
                .formatted(running.domain())
                + "\"$(date +%%T)\" | curl -sS --crlf smtp://localhost:%2$d --mail-from owner@example.org --mail-rcpt news@%1$s -T -"
                        .formatted(running.domain(), running.smtpPort());
    }

    private String dataOption() {
        var usual = System.getProperty("clubpost.data", "data");
        return settings.data().equals(Path.of(usual).toAbsolutePath().normalize())
                ? ""
                : " --data " + settings.data();
    }
}
