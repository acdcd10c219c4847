package org.clubpost.function.unsubscribe;

import java.util.Optional;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.WithDeleted;
import org.clubpost.core.list.Lists;
import org.clubpost.core.privacy.Disclose;
import org.clubpost.core.privacy.Erase;
import org.clubpost.core.privacy.Forget;
import org.clubpost.core.privacy.OwnLinks;
import org.clubpost.core.subscription.ChangeAddress;
import org.clubpost.core.subscription.ClubLists;
import org.clubpost.core.subscription.ComeBack;
import org.clubpost.core.subscription.Manage;
import org.clubpost.core.subscription.SayWhy;
import org.clubpost.core.subscription.SendLinks;
import org.clubpost.core.subscription.UndoAddress;
import org.clubpost.core.subscription.Unsubscribe;

/**
 * Makes what these functions consist of from the parts, wherever they run. A missing part is named when the use case
 * that needs it is asked for.
 */
public final class Wiring {

    private final FunctionParts parts;

    /** Made of those parts. */
    public Wiring(FunctionParts parts) {
        this.parts = parts.by(Way.WEB);
    }

    /** In the cloud, as the environment of this process says. */
    static Wiring ofProcess() {
        return new Wiring(CloudParts.forVisitors(Environment.ofProcess()));
    }

    /** Whoever wants to leave a list that was deleted is not to be on it when it comes back. */
    private Lists alsoDeleted() {
        return new WithDeleted(parts.database().lists(), parts.database().deletedLists());
    }

    /** The use case behind the links to leave. */
    public Unsubscribe unsubscribe() {
        return new Unsubscribe(alsoDeleted(), parts.database().subscribers(), parts.tokens());
    }

    /** The use case behind the links to come back. */
    public ComeBack comeBack() {
        return new ComeBack(alsoDeleted(), parts.database().subscribers(), parts.tokens());
    }

    /** The use case behind the form that asks why somebody left. */
    public SayWhy sayWhy() {
        return new SayWhy(alsoDeleted(), parts.database().subscribers(), parts.tokens());
    }

    /** The use cases of the pages of a member's settings. */
    public ManageHandler.UseCases settings() {
        var database = parts.database();
        var manage = manage();
        return new ManageHandler.UseCases(manage,
                new ClubLists(database.lists(), database.subscribers(), parts.tokens()),
                new ChangeAddress(new ChangeAddress.Ports(database.lists(), database.subscribers(),
                        database.addressChanges(), database.noteTasks()), manage, parts.ids()),
                new UndoAddress(database.lists(), database.subscribers(), database.addressChanges(), parts.tokens(),
                        parts.ids()),
                new SendLinks(database.lists(), database.rateLimits(), database.noteTasks(), parts.ids()));
    }

    /** The use case behind the links to the settings. */
    public Manage manage() {
        var database = parts.database();
        return new Manage(database.lists(), database.subscribers(), parts.tokens(), database.noteTasks());
    }

    /** The use cases behind the links with which people ask about themselves. */
    public Own own() {
        var database = parts.database();
        return new Own(database.lists(),
                new OwnLinks(database.lists(), database.subscribers(), parts.tokens(), manage()),
                new Disclose(database.lists(), database.subscribers(), database.signUpRequests(), database.posts(),
                        database.ranges(), database.actLog(), database.wordings(), database.bounces(),
                        database.memberTexts()),
                new Erase(database.noteTasks(), new Forget(database.subscribers(), database.signUpRequests(),
                        database.addressChanges(), database.bounces(), database.memberTexts())),
                parts.clock());
    }

    /** The region of AWS in which everything lies; empty on one machine. */
    public Optional<String> region() {
        return parts.region();
    }
}
