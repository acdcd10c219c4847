package org.clubpost.local;

import static java.lang.System.Logger.Level.WARNING;

import org.clubpost.core.UnavailableException;
import org.clubpost.core.database.Database;
import org.clubpost.core.list.Lists;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.local.http.PageRequest;
import org.clubpost.local.http.PageSource;
import org.clubpost.local.http.Reply;

/**
 * Says whether the parts that hold data answer. The front itself answers 503 until it is told that everything is ready.
 */
final class Health implements PageSource {

    private static final System.Logger LOG = System.getLogger(Health.class.getName());
    private static final MailKey NOTHING = new MailKey("health/nothing");

    private final Lists lists;
    private final MailStore mails;

    Health(Database database, MailStore mails) {
        this.lists = database.lists();
        this.mails = mails;
    }

    @Override
    public Reply get(PageRequest request) {
        var database = isThere("database", lists::all);
        var files = isThere("files", () -> mails.find(NOTHING));
        return Reply.json(database && files ? 200 : 503, "{\"status\":\"%s\",\"database\":\"%s\",\"files\":\"%s\"}"
                .formatted(word(database && files), word(database), word(files)));
    }

    private static boolean isThere(String part, Runnable question) {
        try {
            question.run();
            return true;
        } catch (UnavailableException e) {
            LOG.log(WARNING, "health part=" + part + " outcome=unavailable", e);
            return false;
        }
    }

    private static String word(boolean ready) {
        return ready ? "ready" : "unavailable";
    }
}
