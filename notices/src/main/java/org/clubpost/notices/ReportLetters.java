package org.clubpost.notices;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.Letters;

/** The letters that say what became of a post. */
final class ReportLetters {

    private ReportLetters() {}

    static LetterDraft draft(PostNotice.PostReport report, Letters letters) {
        return switch (report.result()) {
            case PostNotice.PostReport.Result.Done(var sent, var took, var shortfalls) ->
                about(report, "post-report", sent, shortfalls, letters).with("took",
                        letters.took(report.language(), took));
            case PostNotice.PostReport.Result.Stopped(var at, var sent, var shortfalls) ->
                about(report, "post-stopped", sent, shortfalls, letters).with("at",
                        letters.time(report.language(), report.list(), at));
            case PostNotice.PostReport.Result.NotSent(var at) ->
                about(report, "post-not-sent", "").with("at", letters.time(report.language(), report.list(), at));
        };
    }

    /** A letter that says how many members got a post, how many did not, and why. */
    private static LetterDraft about(PostNotice.PostReport report, String name, long sent,
            List<PostNotice.PostReport.Shortfall> shortfalls, Letters letters) {
        return about(report, name, shortfalls.isEmpty() ? "" : "-failures").with("sent", Long.toString(sent))
                .with("failed",
                        Long.toString(shortfalls.stream().mapToLong(PostNotice.PostReport.Shortfall::count).sum()))
                .with("failures", shortfalls.stream().map(each -> line(report.language(), each, letters))
                        .collect(Collectors.joining("\n\n")));
    }

    /** A letter to its reader about somebody's post. */
    private static LetterDraft about(PostNotice.PostReport report, String name, String ending) {
        var reader = switch (report.reader()) {
            case AUTHOR -> "";
            case OWNER -> "-owner";
        };
        return LetterDraft.about(report.list(), name + reader + ending, report.language())
                .to(Lines.word(report.reader()))
                .with("subject", Lines.oneLine(report.subject()));
    }

    private static String line(Locale language, PostNotice.PostReport.Shortfall shortfall, Letters letters) {
        return letters.part(language, "report." + Lines.word(shortfall.kind()),
                Map.of("count", Long.toString(shortfall.count()), "reason",
                        Lines.quoted(language, shortfall.reason())));
    }
}
