package org.clubpost.core.list;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;

/**
 * Every setting of a list by name: what it means, how its value is written and how it is read. The command line, the table and a settings file all go
 * through here.
 *
 * <p>A value is text. Addresses are separated by commas; a duration is ISO 8601 ({@code PT24H}) or a number with {@code m}, {@code h} or {@code d};
 * a size is a number of octets or one with {@code K} or {@code M} (1,024 each).
 */
public enum ListSetting {

    /** The display name. */
    NAME("name", "the name that people see", list -> list.profile().name(),
            (list, value) -> line(value).filter(name -> !name.isEmpty()).<SettingChange>map(name -> changed(list
                    .with(new MailingList.Profile(name, list.profile().description(), list.profile().language()))))
                    .orElseGet(() -> refused("a name is one line of 1 to 100 characters"))),
    /** The description. */
    DESCRIPTION("description", "one line about the list, for the sign-up page", list -> list.profile().description(),
            (list, value) -> value.length() <= 500 && value.codePoints().noneMatch(Character::isISOControl)
                    ? changed(
                            list.with(new MailingList.Profile(list.profile().name(), value, list.profile().language())))
                    : refused("a description is one line of at most 500 characters")),
    /** The language. */
    LANGUAGE("language", "the language of pages and mails, such as en or de",
            list -> list.profile().language().toLanguageTag(),
            (list, value) -> value.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
                    ? changed(list.with(
                            new MailingList.Profile(list.profile().name(), list.profile().description(),
                                    Locale.forLanguageTag(value))))
                    : refused("a language is a tag such as en or de-CH")),
    /** The owners. */
    OWNERS("owners", "who runs the list; they may always post", list -> joined(list.people().owners()),
            (list, value) -> addresses(value).filter(owners -> !owners.isEmpty()).<SettingChange>map(
                    owners -> changed(list.with(new MailingList.People(owners, list.people().posters()))))
                    .orElseGet(() -> refused("owners are one or more addresses, separated by commas"))),
    /** The posters. */
    POSTERS("posters", "who may post besides the owners", list -> joined(list.people().posters()),
            (list, value) -> addresses(value)
                    .<SettingChange>map(
                            posters -> changed(list.with(new MailingList.People(list.people().owners(), posters))))
                    .orElseGet(() -> refused("posters are addresses, separated by commas"))),
    /** Who may post. */
    POSTING("posting", "who may post: owners, posters, members or anyone", list -> lower(list.posting().policy()),
            (list, value) -> constant(PostingPolicy.values(), value)
                    .<SettingChange>map(
                            policy -> changed(list.with(new MailingList.Posting(policy, list.posting().maxBytes(),
                                    list.posting().screening()))))
                    .orElseGet(() -> refused("posting is one of owners, posters, members, anyone"))),
    /** The largest post. */
    MAX_SIZE("max-size", "the largest mail accepted, such as 10M (40M at most)",
            list -> Long.toString(list.posting().maxBytes()),
            (list, value) -> bytes(value)
                    .<SettingChange>map(
                            max -> changed(list.with(new MailingList.Posting(list.posting().policy(), max,
                                    list.posting().screening()))))
                    .orElseGet(() -> refused("max-size is a size from 1K to 40M, such as 10M"))),
    /** What becomes of mail of those who may not post. */
    REFUSAL("others", "what becomes of a mail whose author may not post: hold (the owners decide) or reject",
            list -> lower(list.posting().screening().refusal()),
            (list, value) -> constant(Refusal.values(), value).map(refusal -> {
                var now = list.posting().screening();
                return changed(list.with(new MailingList.Screening(refusal, now.maxRecipients(), now.mustBeNamed(),
                        now.banned(), now.refusedFiles())));
            }).orElseGet(() -> refused("others is one of hold, reject"))),
    /** To how many a mail may be addressed. */
    MAX_RECIPIENTS("max-recipients", "to how many a mail may be addressed in To and Cc together, 1 to 1000",
            list -> Integer.toString(list.posting().screening().maxRecipients()),
            (list, value) -> Optional.of(value).filter(typed -> typed.matches("[1-9]\\d{0,2}|1000")).map(typed -> {
                var now = list.posting().screening();
                return changed(list.with(new MailingList.Screening(now.refusal(), Integer.parseInt(typed),
                        now.mustBeNamed(), now.banned(), now.refusedFiles())));
            }).orElseGet(() -> refused("max-recipients is a number from 1 to 1000"))),
    /** Whether the list must be named. */
    MUST_BE_NAMED("must-be-named", "whether the list has to be in To or Cc, so that Bcc does not do: yes or no",
            list -> list.posting().screening().mustBeNamed() ? "yes" : "no",
            (list, value) -> Optional.of(value).filter(typed -> typed.equals("yes") || typed.equals("no"))
                    .map(typed -> {
                        var now = list.posting().screening();
                        return changed(list.with(new MailingList.Screening(now.refusal(), now.maxRecipients(),
                                typed.equals("yes"), now.banned(), now.refusedFiles())));
                    }).orElseGet(() -> refused("must-be-named is yes or no"))),
    /** Who is not listened to. */
    BANNED("banned", "addresses and domains whose mail is dropped, separated by commas; may be empty",
            list -> list.posting().screening().banned().stream().map(SenderPattern::text)
                    .collect(Collectors.joining(", ")),
            (list, value) -> all(value, SenderPattern::parse).map(banned -> {
                var now = list.posting().screening();
                return changed(list.with(new MailingList.Screening(now.refusal(), now.maxRecipients(),
                        now.mustBeNamed(), banned, now.refusedFiles())));
            }).orElseGet(() -> refused("banned are addresses and domains, separated by commas"))),
    /** Which files are not taken. */
    REFUSED_FILES("refused-files",
            "endings of attached files that are not taken, such as zip, besides those that SES never sends",
            list -> String.join(", ", list.posting().screening().refusedFiles()),
            (list, value) -> all(value, ListSetting::fileEnding).map(endings -> {
                var now = list.posting().screening();
                return changed(list.with(new MailingList.Screening(now.refusal(), now.maxRecipients(),
                        now.mustBeNamed(), now.banned(), endings)));
            }).orElseGet(() -> refused("refused-files are endings such as zip, separated by commas"))),
    /** Where replies go. */
    REPLY_TO("reply-to", "where replies go: author, list, both, or an address", list -> written(list.layout().reply()),
            (list, value) -> replyPolicy(value)
                    .<SettingChange>map(reply -> changed(list.with(list.layout().with(reply))))
                    .orElseGet(() -> refused("reply-to is one of author, list, both, or an address"))),
    /** The subject tag. */
    SUBJECT_TAG("subject-tag",
            "what stands before each subject, such as [news], or [news %d] to number the posts; may be empty",
            list -> list.layout().subjectTag(),
            (list, value) -> line(value).filter(tag -> tag.split(MailingList.Layout.NUMBER, -1).length <= 2)
                    .<SettingChange>map(tag -> changed(list.with(list.layout().withSubjectTag(tag))))
                    .orElseGet(() -> refused(
                            "a subject tag is one line of at most 100 characters, with at most one %d for the number"))),
    /** The footer. */
    FOOTER("footer", "the lines under each post; empty for the standard text", list -> list.layout().footer(),
            (list, value) -> value.length() <= 4000 && isText(value)
                    ? changed(list.with(list.layout().withFooter(value)))
                    : refused("a footer has at most 4,000 characters, and no control characters")),
    /** Where posts are archived. */
    ARCHIVE_URL("archive-url",
            "where posts that went out can be read, such as https://archive.example/news/{message-id}; empty for nowhere",
            list -> list.layout().archive(),
            (list, value) -> value.isEmpty() || isArchive(value)
                    ? changed(list.with(list.layout().withArchive(value)))
                    : refused("archive-url is an http or https address of at most 500 characters, with at most one "
                            + "{message-id} in its path or query, or empty")),
    /** Whether one can sign up. */
    SIGN_UP("sign-up", "whether the form takes new members: open or closed",
            list -> list.signUp().open() ? "open" : "closed",
            (list, value) -> value.equals("open") || value.equals("closed")
                    ? changed(list.with(new MailingList.SignUp(value.equals("open"), list.signUp().confirmWithin())))
                    : refused("sign-up is open or closed")),
    /** How long a confirmation link works. */
    CONFIRM_WITHIN("confirm-within", "how long a confirmation link works, such as 24h",
            list -> list.signUp().confirmWithin().toString(),
            (list, value) -> duration(value)
                    .filter(time -> time.compareTo(Duration.ofMinutes(5)) >= 0
                            && time.compareTo(Duration.ofDays(30)) <= 0)
                    .<SettingChange>map(time -> changed(list.with(new MailingList.SignUp(list.signUp().open(), time))))
                    .orElseGet(() -> refused("confirm-within is a time from 5m to 30d, such as 24h"))),
    /** How long a post can be taken back. */
    UNDO("undo", "how long a post waits while its author can take it back, such as 5m; 0m for not at all",
            list -> list.dispatch().undo().toString(),
            (list, value) -> duration(value).filter(time -> time.compareTo(Duration.ofDays(7)) <= 0).map(time -> {
                var now = list.dispatch();
                return changed(list.with(
                        new MailingList.Dispatch(time, now.quiet(), now.report(), now.resendsUnclear())));
            }).orElseGet(() -> refused("undo is a time of at most 7d, such as 5m, or 0m"))),
    /** When no post begins to go out. */
    QUIET_HOURS("quiet-hours", "when no post begins to go out, such as 22:00-07:00 Europe/Berlin; may be empty",
            list -> list.dispatch().quiet().text(), (list, value) -> QuietHours.parse(value).map(quiet -> {
                var now = list.dispatch();
                return changed(list.with(
                        new MailingList.Dispatch(now.undo(), quiet, now.report(), now.resendsUnclear())));
            }).orElseGet(() -> refused("quiet-hours are two times and a zone, such as 22:00-07:00 Europe/Berlin"))),
    /** Who is told what became of a post. */
    REPORT("report", "who is told what became of a post: poster, owners or none",
            list -> lower(list.dispatch().report()),
            (list, value) -> constant(MailingList.Dispatch.Report.values(), value).map(report -> {
                var now = list.dispatch();
                return changed(
                        list.with(new MailingList.Dispatch(now.undo(), now.quiet(), report, now.resendsUnclear())));
            }).orElseGet(() -> refused("report is one of poster, owners, none"))),
    /** What becomes of a copy of which nobody knows. */
    UNCLEAR("unclear", "a copy of which nobody knows whether it was sent: again (once more) or leave",
            list -> list.dispatch().resendsUnclear() ? "again" : "leave",
            (list, value) -> Optional.of(value).filter(typed -> typed.equals("again") || typed.equals("leave"))
                    .map(typed -> {
                        var now = list.dispatch();
                        return changed(list.with(new MailingList.Dispatch(now.undo(), now.quiet(), now.report(),
                                typed.equals("again"))));
                    }).orElseGet(() -> refused("unclear is again or leave")));

    private static final Pattern ARCHIVE = Pattern
            .compile("https?://[^/?#{}]+(?:/[!-~&&[^{}<>\"\\\\^`|]]*(?:\\{message-id}[!-~&&[^{}<>\"\\\\^`|]]*)?)?");
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    private final String key;
    private final String meaning;
    private final Function<MailingList, String> reader;
    private final BiFunction<MailingList, String, SettingChange> setter;

    ListSetting(String key, String meaning, Function<MailingList, String> reader,
            BiFunction<MailingList, String, SettingChange> setter) {
        this.key = key;
        this.meaning = meaning;
        this.reader = reader;
        this.setter = setter;
    }

    /** The setting of that name, such as {@code subject-tag}. */
    public static Optional<ListSetting> named(String key) {
        return Stream.of(values()).filter(setting -> setting.key.equals(key)).findFirst();
    }

    /** All settings of the list, by name, in the order of their names. */
    public static Map<String, String> of(MailingList list) {
        var all = new TreeMap<String, String>();
        for (var setting : values()) {
            all.put(setting.key, setting.read(list));
        }
        return all;
    }

    /**
     * The list with those stored settings. A setting that this version does not know, or whose stored value it refuses, keeps its default, so that an
     * older and a newer version can share a table.
     */
    public static MailingList restore(ListId id, String domain, Map<String, String> stored) {
        var list = MailingList.create(id, domain, id.value(), List.of());
        for (var setting : values()) {
            var value = stored.get(setting.key);
            if (value != null && setting.change(list, value) instanceof SettingChange.Changed changed) {
                list = changed.list();
            }
        }
        return list;
    }

    /** The setting's name on the command line and in the table. */
    public String key() {
        return key;
    }

    /** What it is for, as half a sentence. */
    public String meaning() {
        return meaning;
    }

    /** The value that the list has, as {@link #change} takes it. */
    public String read(MailingList list) {
        return reader.apply(list);
    }

    /** The list with this setting changed to the value, or why not. */
    public SettingChange change(MailingList list, String value) {
        return setter.apply(list, value.strip());
    }

    private static SettingChange changed(MailingList list) {
        return new SettingChange.Changed(list);
    }

    private static SettingChange refused(String reason) {
        return new SettingChange.Refused(reason);
    }

    private static Optional<String> line(String value) {
        return PersonName.parse(value).map(PersonName::text);
    }

    private static boolean isArchive(String value) {
        if (value.length() > 500 || !ARCHIVE.matcher(value).matches()) {
            return false;
        }
        try {
            return new URI(value.replace(MailingList.Layout.MESSAGE_ID, "x")).getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean isText(String value) {
        return value.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    private static String joined(List<EmailAddress> addresses) {
        return addresses.stream().map(EmailAddress::written).collect(Collectors.joining(", "));
    }

    private static Optional<List<EmailAddress>> addresses(String value) {
        return all(value, EmailAddress::parse);
    }

    /** What each part of the value stands for, without repetitions; empty when one stands for nothing. */
    private static <T> Optional<List<T>> all(String value, Function<String, Optional<T>> reader) {
        var all = new ArrayList<T>();
        for (var part : SEPARATOR.splitAsStream(value).filter(each -> !each.isEmpty()).toList()) {
            var read = reader.apply(part);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            read.filter(each -> !all.contains(each)).ifPresent(all::add);
        }
        return Optional.of(all);
    }

    private static Optional<String> fileEnding(String typed) {
        var ending = typed.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "");
        return ending.matches("[a-z0-9]{1,16}") ? Optional.of(ending) : Optional.empty();
    }

    private static String written(ReplyPolicy policy) {
        return switch (policy) {
            case ReplyPolicy.Author _ -> "author";
            case ReplyPolicy.WholeList _ -> "list";
            case ReplyPolicy.Both _ -> "both";
            case ReplyPolicy.Fixed(var address) -> address.written();
        };
    }

    private static Optional<ReplyPolicy> replyPolicy(String value) {
        return switch (value) {
            case "author" -> Optional.of(new ReplyPolicy.Author());
            case "list" -> Optional.of(new ReplyPolicy.WholeList());
            case "both" -> Optional.of(new ReplyPolicy.Both());
            default -> EmailAddress.parse(value).map(ReplyPolicy.Fixed::new);
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] values, String text) {
        return Stream.of(values).filter(value -> lower(value).equals(text)).findFirst();
    }

    private static Optional<Duration> duration(String value) {
        try {
            return Optional.of(value.matches("\\d{1,6}[mh]")
                    ? Duration.parse("PT" + value.toUpperCase(Locale.ROOT))
                    : value.matches("\\d{1,4}d")
                            ? Duration.parse("P" + value.toUpperCase(Locale.ROOT))
                            : Duration.parse(value));
        } catch (DateTimeParseException notADuration) {
            return Optional.empty();
        }
    }

    private static Optional<Long> bytes(String value) {
        if (!value.matches("\\d{1,9}[KM]?")) {
            return Optional.empty();
        }
        var unit = value.endsWith("K") ? 1L << 10 : value.endsWith("M") ? 1L << 20 : 1L;
        var size = Long.parseLong(value.replaceAll("[KM]", "")) * unit;
        return size >= 1 << 10 && size <= 40L << 20 ? Optional.of(size) : Optional.empty();
    }
}
