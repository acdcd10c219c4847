package org.clubpost.function.admin.settings;

import org.clubpost.core.admin.ChangeSettings;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomVisit;

/** What a room answers to settings that were changed. */
final class Saved {

    private Saved() {}

    /** Leads to that page, which says it first, with a button that takes it back. */
    static RoomAnswer answer(RoomVisit visit, String path, ChangeSettings.Outcome outcome, String said) {
        var words = visit.words();
        return switch (outcome) {
            case ChangeSettings.Outcome.Changed changed when changed.changed().isEmpty() ->
                RoomAnswer.done(path, Notice.of(words.text("settings.same"))).as("same");
            case ChangeSettings.Outcome.Changed changed -> RoomAnswer.done(path,
                    changed.entry().map(entry -> Notice.of(said, entry)).orElseGet(() -> Notice.of(said)));
            case ChangeSettings.Outcome.Refused _ ->
                RoomAnswer.done(path, Notice.of(words.text("settings.wrong"))).as("refused");
            case ChangeSettings.Outcome.Unknown _ -> RoomAnswer.notFound();
            case ChangeSettings.Outcome.Denied _ ->
                RoomAnswer.done(path, Notice.of(words.text("settings.denied"))).as("denied");
        };
    }
}
