package org.clubpost.cli.members;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Listing;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.Stage;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows who is on a list. */
@Command(name = "ls", mixinStandardHelpOptions = true, description = "Show who is on a list.")
final class LsMembers implements Callable<Integer> {

    @Parameters(paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Option(
            names = "--status",
            paramLabel = "STATUS",
            converter = ListedStatus.Words.class,
            completionCandidates = ListedStatus.Words.class,
            description = "Only those in this state: ${COMPLETION-CANDIDATES}.")
    private @Nullable ListedStatus status;
    @Option(names = "--group", paramLabel = "GROUP", description = "Only members of this group.")
    private @Nullable String group;
    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var now = Instant.now();
        try (var open = installation.open()) {
            var of = open.list(list);
            var groups = group == null ? Set.<GroupName>of() : GroupNames.read(group, of);
            show(of, groups, open, now);
        }
        return 0;
    }

    private void show(MailingList of, Set<GroupName> groups, Installation open, Instant now) {
        try (var all = subscribers(of, open); var listing = listing()) {
            all.filter(each -> !MemberLine.isGone(each, now))
                    .filter(each -> status == null || status.isOf(each))
                    .filter(each -> groups.isEmpty() || (each instanceof Subscriber.Confirmed member
                            && !Collections.disjoint(member.groups(), groups)))
                    .forEach(each -> add(each, MemberLine.pausedUntil(each, of, now), listing));
        }
    }

    private Stream<? extends Subscriber> subscribers(MailingList of, Installation open) {
        return status instanceof ListedStatus.Bouncing
                ? open.database().bounces().all(of.id()).filter(LsMembers::isBouncing)
                        .flatMap(record -> open.subscribers().find(of.id(), record.member()).stream())
                        .map(Stored::subscriber)
                : open.subscribers().all(of.id());
    }

    private static boolean isBouncing(BounceRecord record) {
        return !(record.stage() instanceof Stage.Counting) || !record.points().isEmpty();
    }

    private Listing listing() {
        var out = spec.commandLine().getOut();
        return json
                ? new Listing(out, true, "status", "since", "email", "name", "language", "own-posts",
                        "copy-when-addressed", "notify", "paused-until", "groups", "stopped")
                : new Listing(out, false, "status", "since", "email", "name", "paused until", "groups", "stopped");
    }

    /** People see what tells members apart; programs get everything. */
    private void add(Subscriber each, String pausedUntil, Listing listing) {
        var status = MemberLine.status(each);
        var email = each.whom().map(person -> person.address().written()).orElse("");
        var name = each.whom().map(person -> person.name().text()).orElse("");
        if (json) {
            listing.add(status, MemberLine.since(each), email, name,
                    each.whom().map(person -> person.language().toLanguageTag()).orElse(""),
                    MemberLine.ownPosts(each), MemberLine.copyWhenAddressed(each), MemberLine.notify(each),
                    pausedUntil, MemberLine.groups(each), MemberLine.stopped(each));
        } else {
            listing.add(status, MemberLine.since(each), email, name, pausedUntil, MemberLine.groups(each),
                    MemberLine.stopped(each));
        }
    }
}
