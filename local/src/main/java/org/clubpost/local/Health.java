package org.clubpost.local;

import static java.lang.System.Logger.Level.WARNING;

import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.Lists;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.local.http.PageRequest;
import org.clubpost.local.http.PageSource;
import org.clubpost.local.http.Reply;
import org.clubpost.local.storage.LocalStorage;

/**
 * Says whether the parts that hold data answer. The front itself answers 503 until it is told that everything is ready.
 */
final class Health implements PageSource {

    private static final System.Logger LOG = System.getLogger(Health.class.getName());
    private static final MailKey NOTHING = new MailKey("health/nothing");

    private final Lists lists;
    private final MailStore mails;

    Health(LocalStorage storage) {
        this.lists = storage.table().lists();
        this.mails = storage.mails();
    }

    @Override
    public Reply get(PageRequest request) {
        var table = isThere("table", lists::all);
        var bucket = isThere("bucket", () -> mails.find(NOTHING));
        return Reply.json(table && bucket ? 200 : 503, "{\"status\":\"%s\",\"table\":\"%s\",\"bucket\":\"%s\"}"
                .formatted(word(table && bucket), word(table), word(bucket)));
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
