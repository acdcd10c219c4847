package org.clubpost.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.reason.Reason;

/** The pages on which owners and authors decide about a mail, in the list's language. */
final class SampleDecisions {

    private SampleDecisions() {}

    /** All of them by name: the question of every link, and what its button can lead to. */
    static Map<String, String> all(Site site, MailingList list) {
        var questions = new ModerationPage(site);
        var answers = new DecisionPage(site);
        var all = new TreeMap<String, String>();
        var held = new Post.Headline("o'brien@example.org", "<b>Sunday</b> & more", 3);
        for (var action : Action.values()) {
            var state = action == Action.CANCEL
                    ? new PostState.Waiting(post(list).id().preparedMail(), PostState.Waiting.Why.UNDO,
                            SamplePages.NOW, List.of())
                    : SamplePosts.held("A matter of „taste“.");
            all.put("post " + action.name().toLowerCase(Locale.ROOT),
                    questions.question(list, post(list).with(held).with(state), action, "token\"><b>"));
        }
        var begun = post(list);
        all.put("post cancel begun", questions.question(list,
                begun.with(held).with(SamplePosts.aSending(begun.id(), 4)), Action.CANCEL, "token"));
        all.put("post of nobody", questions.question(list, post(list).with(SamplePosts.held("x")), Action.SEND, "t"));
        all.put("post sent", answers.sent(list));
        all.put("post scheduled", answers.scheduled(list, SamplePages.NOW));
        all.put("post taken back", answers.takenBack(list));
        all.put("post halted", answers.halted(list, 1234));
        all.put("post halted at one", answers.halted(list, 1));
        all.put("post too late", answers.tooLate(list));
        all.put("post stopped", answers.stopped(list, true));
        all.put("post stopped untold", answers.stopped(list, false));
        all.put("post waits", answers.waits(list, Reason.of(Reason.Cause.MAY_NOT_POST)));
        all.put("post cannot", answers.cannotBeSent(list, Reason.of(Reason.Cause.MAY_NOT_POST)));
        all.put("post settled", answers.settled(list));
        all.put("post forged", answers.forged(list.profile().language()));
        return all;
    }

    private static Post post(MailingList list) {
        return SamplePosts.aPost(list.id(), SamplePages.NOW);
    }
}
