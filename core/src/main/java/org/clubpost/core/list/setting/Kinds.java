package org.clubpost.core.list.setting;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.address.AddressList;
import org.clubpost.core.address.CountryCode;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.DomainGroup;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.GroupPosting;
import org.clubpost.core.list.Layout;
import org.clubpost.core.list.LogKeeping;
import org.clubpost.core.list.PageOrigin;
import org.clubpost.core.list.ReplyPolicy;
import org.clubpost.core.list.SenderPattern;
import org.clubpost.core.text.ByteSize;
import org.clubpost.core.text.CommaList;
import org.clubpost.core.text.Languages;
import org.clubpost.core.text.TimeSpan;
import org.clubpost.core.text.TimeZones;

/** The kinds of values that settings have. {@link StoredSettings} describes the stored forms. */
final class Kinds {

    private static final int MOST_OF_LINE = 100;
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern FILE_ENDING = Pattern.compile("[a-z0-9]{1,16}");
    private static final Pattern BLANK_WITHIN = Pattern.compile("[^,\\s]\\s+[^,\\s]");
    private static final Form<String> ITSELF = new Form<>(Function.identity(), Optional::of);
    private static final Form<String> ONE_LINE = new Form<>(Function.identity(),
            text -> PersonName.parse(text).map(PersonName::text));

    private Kinds() {}

    static Kind<String> name() {
        return new Kind<>(new Shape.Line(MOST_OF_LINE), "one line of 1 to 100 characters", ONE_LINE, ONE_LINE,
                text -> !text.isEmpty());
    }

    static Kind<String> subjectTag() {
        return new Kind<>(new Shape.Line(MOST_OF_LINE),
                "one line of at most 100 characters, with at most one %d for the number", ONE_LINE, ONE_LINE,
                text -> text.split(Layout.NUMBER, -1).length <= 2);
    }

    static Kind<String> line(int max) {
        return new Kind<>(new Shape.Line(max), "one line of at most " + max + " characters", ITSELF, ITSELF,
                text -> text.length() <= max && text.codePoints().noneMatch(Character::isISOControl));
    }

    static Kind<String> text(int max) {
        return new Kind<>(new Shape.Lines(max), "a text of at most " + max + " characters without control characters",
                ITSELF, ITSELF,
                text -> text.length() <= max && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'));
    }

    static Kind<String> archive(int max) {
        var form = new Form<>(Function.identity(), ArchiveUrl::parse);
        return new Kind<>(new Shape.Page(),
                "an http or https address of at most " + max + " characters, with at most one "
                        + Layout.MESSAGE_ID + " in its path or query, or empty",
                form, form, text -> text.length() <= max);
    }

    /** A language that we write in is accepted. A stored one from other times is kept, whatever it is. */
    static Kind<Locale> language() {
        var stored = new Form<>(Locale::toLanguageTag,
                text -> Optional.of(text).filter(TAG.asMatchPredicate()).map(Locale::forLanguageTag));
        return new Kind<>(new Shape.Language(),
                "one of " + Languages.tags() + ", or one of them with a region, such as de-CH",
                new Form<>(Locale::toLanguageTag, text -> stored.read(text).filter(Languages::has)), stored,
                _ -> true);
    }

    static Kind<List<EmailAddress>> addresses(int least) {
        var form = new Form<List<EmailAddress>>(all -> new AddressList(all).written(),
                text -> AddressList.parse(text).map(AddressList::addresses));
        return new Kind<>(new Shape.Several(), least > 0
                ? "one or more addresses, separated by commas"
                : "addresses, separated by commas, or empty",
                form, form, all -> all.size() >= least);
    }

    static Kind<List<SenderPattern>> senders() {
        return several("addresses and domains, separated by commas, or empty", SenderPattern::text,
                SenderPattern::parse);
    }

    static Kind<List<PageOrigin>> origins() {
        return several("origins of pages, such as https://club.example or http://localhost:8000, separated by commas, "
                + "or empty; * is not possible", PageOrigin::text, PageOrigin::parse);
    }

    static Kind<List<String>> fileEndings() {
        return several("endings such as zip, separated by commas, or empty", Function.identity(), typed -> Optional
                .of(typed.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .filter(FILE_ENDING.asMatchPredicate()));
    }

    static Kind<List<GroupName>> groups() {
        var apart = "names of groups, separated by commas, each of at most 20 lower-case letters, digits and inner "
                + "hyphens, without words such as owner or leave at the end; or empty";
        var kind = several(apart, GroupName::value, GroupName::parse);
        // A blank within a name would make two groups of it.
        var typed = new Form<List<GroupName>>(kind.typed().writer(),
                text -> BLANK_WITHIN.matcher(text).find() ? Optional.empty() : kind.typed().read(text));
        return new Kind<>(new Shape.Several(), apart, typed, kind.stored(), kind.bounds());
    }

    static Kind<List<DomainGroup>> domainGroups() {
        return several("domains with the group of each, such as club.example=board, *.uni.example=students, or empty",
                DomainGroup::written, DomainGroup::parse);
    }

    static Kind<List<GroupPosting>> groupPosting() {
        return several("groups with owners, posters, group, members or anyone for each, such as board=group, or empty",
                GroupPosting::written, GroupPosting::parse);
    }

    static Kind<List<DomainPattern>> domains() {
        return several("domains such as club.example, or *.club.example for those below it, separated by commas, or "
                + "empty", DomainPattern::text, DomainPattern::parse);
    }

    static Kind<List<CountryCode>> countries() {
        return several("country codes such as +49, separated by commas, or empty", CountryCode::text,
                CountryCode::parse);
    }

    private static <T> Kind<List<T>> several(String rule, Function<T, String> writer,
            Function<String, Optional<T>> reader) {
        var form = new Form<List<T>>(all -> CommaList.written(all, writer), text -> CommaList.parse(text, reader));
        return new Kind<>(new Shape.Several(), rule, form, form, _ -> true);
    }

    static <E extends Enum<E>> Kind<E> oneOf(E[] constants) {
        var form = new Form<E>(Kinds::word,
                text -> Stream.of(constants).filter(each -> word(each).equals(text)).findFirst());
        return new Kind<>(new Shape.Choice(Stream.of(constants).map(Kinds::word).toList()),
                "one of " + Stream.of(constants).map(Kinds::word).collect(Collectors.joining(", ")), form,
                form, _ -> true);
    }

    static Kind<LogKeeping> logKeeping() {
        var form = new Form<>(LogKeeping::word, LogKeeping::parse);
        var words = Stream.of(LogKeeping.values()).map(LogKeeping::word).toList();
        return new Kind<>(new Shape.Choice(words), "one of " + String.join(", ", words), form, form, _ -> true);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static Kind<Boolean> flag(String yes, String no) {
        var form = new Form<Boolean>(is -> is ? yes : no,
                text -> text.equals(yes) || text.equals(no) ? Optional.of(text.equals(yes)) : Optional.empty());
        return new Kind<>(new Shape.Flag(yes, no), yes + " or " + no, form, form, _ -> true);
    }

    static Kind<Integer> number(int from, int to) {
        var form = new Form<Integer>(String::valueOf,
                text -> text.matches("[1-9]\\d{0,8}|0") ? Optional.of(Integer.valueOf(text)) : Optional.empty());
        return new Kind<>(new Shape.WholeNumber(from, to), "a number from " + from + " to " + to, form, form,
                within(from, to));
    }

    static Kind<Long> size(String from, String to) {
        var stored = new Form<Long>(String::valueOf,
                text -> text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty());
        return new Kind<>(new Shape.Size(from, to), "a size from " + from + " to " + to + ", such as " + to,
                new Form<>(octets -> new ByteSize(octets).written(),
                        text -> ByteSize.parse(text).map(ByteSize::octets)),
                stored, within(ByteSize.parse(from).orElseThrow().octets(), ByteSize.parse(to).orElseThrow().octets()));
    }

    static Kind<Duration> time(String from, String to) {
        return new Kind<>(new Shape.Time(from, to), "a time from " + from + " to " + to,
                new Form<>(time -> new TimeSpan(time).written(), text -> TimeSpan.parse(text).map(TimeSpan::duration)),
                new Form<>(Duration::toString, Kinds::iso8601), within(TimeSpan.parse(from).orElseThrow().duration(),
                        TimeSpan.parse(to).orElseThrow().duration()));
    }

    private static Optional<Duration> iso8601(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException noDuration) {
            return Optional.empty();
        }
    }

    private static <T extends Comparable<T>> Predicate<T> within(T from, T to) {
        return value -> value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
    }

    /** Typed and shown without the zone, which is a setting of its own; stored with it. */
    static Kind<TypedQuietHours> quietHours() {
        return new Kind<>(new Shape.Line(MOST_OF_LINE), "two times, such as 22:00-07:00, or empty",
                new Form<>(hours -> hours.hours().times(), TypedQuietHours::parse),
                new Form<>(hours -> hours.hours().text(), TypedQuietHours::parse), _ -> true,
                typed -> zoneHint(typed.replaceFirst("^\\S*\\s*", "")));
    }

    static Kind<ZoneId> timeZone() {
        var form = new Form<>(ZoneId::getId, TimeZones::parse);
        return new Kind<>(new Shape.Zone(), "the name of a time zone, such as Europe/Berlin or UTC", form, form,
                _ -> true,
                Kinds::zoneHint);
    }

    private static String zoneHint(String typed) {
        return TimeZones.parse(typed).isPresent()
                ? ""
                : TimeZones.meant(typed).map(zone -> "; perhaps " + zone + " is meant").orElse("");
    }

    static Kind<ReplyPolicy> reply() {
        var form = new Form<>(ReplyPolicy::text, ReplyPolicy::parse);
        return new Kind<>(new Shape.Line(Shape.LONGEST_ADDRESS), "one of author, list, both, or an address", form, form,
                _ -> true);
    }
}
