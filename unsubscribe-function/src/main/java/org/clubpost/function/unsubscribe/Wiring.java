package org.clubpost.function.unsubscribe;

import org.clubpost.aws.config.Environment;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.subscription.ComeBack;
import org.clubpost.core.subscription.Manage;
import org.clubpost.core.subscription.Unsubscribe;

/**
 * Makes what these functions consist of from the parts, wherever they run. A missing part is named when the use case
 * that needs it is asked for.
 */
public final class Wiring {

    private final FunctionParts parts;

    /** Made of those parts. */
    public Wiring(FunctionParts parts) {
        this.parts = parts;
    }

    /** In the cloud, as the environment of this process says. */
    static Wiring ofProcess() {
        return new Wiring(CloudParts.forVisitors(Environment.ofProcess()));
    }

    /** The use case behind the links to leave. */
    public Unsubscribe unsubscribe() {
        return new Unsubscribe(parts.database().lists(), parts.database().subscribers(), parts.tokens());
    }

    /** The use case behind the links to come back. */
    public ComeBack comeBack() {
        return new ComeBack(parts.database().lists(), parts.database().subscribers(), parts.tokens());
    }

    /** The use case behind the links to the settings. */
    public Manage manage() {
        var database = parts.database();
        return new Manage(database.lists(), database.subscribers(), parts.tokens(), database.noteTasks());
    }
}
