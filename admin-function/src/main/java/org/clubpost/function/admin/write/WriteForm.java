package org.clubpost.function.admin.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.GroupName;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.mails.MailModel;
import org.clubpost.function.admin.words.Words;

/** The page on which a post is written. */
final class WriteForm {

    private WriteForm() {}

    /**
     * What stands in the form.
     *
     * @param draft its name
     * @param sheet the words and the files
     * @param wrong the field in which something is wrong; empty for none
     */
    record Shown(String draft, Sheet sheet, String wrong) {}

    static RoomAnswer page(RoomVisit visit, EmailAddress author, Shown shown) {
        var words = visit.words();
        var sheet = shown.sheet();
        var model = new HashMap<String, Object>();
        model.put("intro", words.text("write.text", Map.of("address", author.written())));
        model.put("draft", shown.draft());
        model.put("proof", Sheets.proof(visit, shown.draft()));
        model.put("having", sheet.having());
        model.put("fields", Field.shown(head(visit, shown)));
        model.put("files", files(words, sheet.files()));
        model.put("hasFiles", !sheet.files().isEmpty());
        model.put("filesHint", words.text("write.files.hint", Map.of("size",
                MailModel.size(words, Sheets.most(visit.list())))));
        model.put("zone", words.text("write.zone", Map.of("zone", visit.zone().getId())));
        model.put("day", sheet.text(Written.DAY));
        model.put("time", sheet.text(Written.TIME));
        model.put("wrongTime", shown.wrong().equals(Written.DAY));
        return RoomAnswer.page(WriteRoom.class, "write", words.text("write.title"), model);
    }

    /** Files as a page shows them. */
    static List<Map<String, Object>> files(Words words, List<Sheet.Attached> files) {
        return IntStream.range(0, files.size()).mapToObj(place -> Map.<String, Object>of("name",
                files.get(place).name(), "size", MailModel.size(words, files.get(place).octets()), "away",
                WriteRoom.AWAY + place)).toList();
    }

    private static List<Field> head(RoomVisit visit, Shown shown) {
        var words = visit.words();
        var sheet = shown.sheet();
        var wrong = shown.wrong();
        var group = Written.groups(visit.list()).isEmpty()
                ? Stream.<Field>empty()
                : Stream.of(Field.choice(Written.GROUP, words.text("write.group"), groups(visit),
                        sheet.text(Written.GROUP)).wrong(wrong.equals(Written.GROUP)));
        return Stream.concat(group, Stream.of(
                Field.line("text", Written.NAME, words.text("write.name"), sheet.text(Written.NAME),
                        WriteRoom.MOST_OF_NAME)
                        .optional(),
                Field.line("text", Written.SUBJECT, words.text("write.subject"), sheet.text(Written.SUBJECT),
                        WriteRoom.MOST_OF_SUBJECT).required().wrong(wrong.equals(Written.SUBJECT)),
                Field.area(Written.TEXT, words.text("write.words"), sheet.text(Written.TEXT), WriteRoom.MOST_OF_TEXT)
                        .rows(14)
                        .required().wrong(wrong.equals(Written.TEXT)),
                Field.tick(Written.MARKDOWN, words.text("write.markdown"), !sheet.text(Written.MARKDOWN).isEmpty())
                        .hint(words.text("write.markdown.hint"))))
                .toList();
    }

    private static List<Field.Option> groups(RoomVisit visit) {
        return Stream.concat(Stream.of(new Field.Option("", visit.words().text("write.everybody"))),
                Written.groups(visit.list()).stream().map(GroupName::value)
                        .map(name -> new Field.Option(name, name)))
                .toList();
    }
}
