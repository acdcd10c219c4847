package org.clubpost.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.notice.CommandResult;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.LetterDraft.Entry;
import org.clubpost.site.Letters;
import org.clubpost.site.Reasons;

/**
 * The letter that answers commands: each line as it was typed, and below it what became of it.
 *
 * @param notice what became of all lines
 * @param letters writes the words
 */
record CommandsLetter(OwnerNotice.CommandsDone notice, Letters letters) {

    static LetterDraft draft(OwnerNotice.CommandsDone notice, Letters letters) {
        var letter = LetterDraft.about(notice.list(), "commands-done", notice.language())
                .to(Lines.reader(notice))
                .with("admin", notice.list().address(ListRole.ADMIN).ascii());
        var words = new CommandsLetter(notice, letters);
        for (var line : notice.lines()) {
            letter = letter.with(new Entry(Lines.oneLine(line.typed()), words.lines(line.result())));
        }
        return letter;
    }

    private List<String> lines(CommandResult result) {
        return switch (result) {
            case CommandResult.Told(var word, var about, var undo) -> with(undo, word(word, about));
            case CommandResult.Paused(var about, var until, var undo) -> with(undo,
                    part("paused", Map.of("about", about, "until", letters.day(language(), until))));
            case CommandResult.CannotBeSent(var about, var reason) -> List.of(part("cannot-be-sent",
                    Map.of("about", about, "reason", Reasons.sentence(reason, language()))));
            case CommandResult.Unfitting(var syntax) -> List.of(part("unfitting", Map.of("syntax", syntax)));
            case CommandResult.Members members -> members(members);
            case CommandResult.HeldMails held -> held(held);
            case CommandResult.Help(var commands) -> commands.stream()
                    .map(command -> command.syntax() + " – " + part("help." + command.name(), Map.of())).toList();
        };
    }

    private String word(CommandResult.Word word, String about) {
        var values = word == CommandResult.Word.TOO_LONG
                ? Map.of("count", Long.parseLong(about))
                : Map.of("about", about, "admin", notice.list().address(ListRole.ADMIN).ascii());
        return part(Lines.word(word), values);
    }

    private List<String> members(CommandResult.Members members) {
        var lines = new ArrayList<>(List.of(part("members", Map.of("count", members.count()))));
        members.shown().forEach(person -> lines.add(Lines.written(person)));
        if (!members.shown().isEmpty() && members.shown().size() < members.count()) {
            lines.add(part("members-more", Map.of()));
        }
        return lines;
    }

    private List<String> held(CommandResult.HeldMails held) {
        var lines = new ArrayList<String>();
        for (var mail : held.mails()) {
            lines.add(part("held-mail", Map.of("code", mail.code(), "author",
                    Lines.oneLine(mail.headline().author()), "subject",
                    Lines.oneLine(mail.headline().subject()), "reason",
                    Reasons.sentence(mail.reason(), language()), "until",
                    letters.time(language(), notice.list(), mail.until()))));
        }
        lines.add(part(held.mails().isEmpty() ? "held-none" : held.areMore() ? "held-more" : "held-how", Map.of()));
        return lines;
    }

    private List<String> with(Optional<EntryId> undo, String sentence) {
        return undo.map(id -> List.of(sentence, part("undo", Map.of("id", id.value()))))
                .orElseGet(() -> List.of(sentence));
    }

    private Locale language() {
        return notice.language();
    }

    private String part(String name, Map<String, ?> values) {
        return letters.part(language(), "commands." + name, values);
    }
}
