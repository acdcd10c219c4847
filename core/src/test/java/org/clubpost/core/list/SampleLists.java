package org.clubpost.core.list;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.clubpost.core.address.CountryCode;
import org.clubpost.core.address.EmailAddress;

/** Lists for tests. Change what matters with {@link MailingList}'s own {@code with} methods. */
public final class SampleLists {

    /** The domain of all sample lists. */
    public static final String DOMAIN = "lists.example.org";

    private SampleLists() {}

    /** The list {@code news@lists.example.org} with one owner. */
    public static MailingList aList() {
        return aList("news");
    }

    /** The list of that name with one owner. */
    public static MailingList aList(String id) {
        return aList(new ListId(id));
    }

    /** The list of that name with one owner. */
    public static MailingList aList(ListId id) {
        return MailingList.create(id, DOMAIN, "Chess Club News", List.of(EmailAddress.of("owner@club.example")));
    }

    /** A list in which no setting has its default value. */
    public static MailingList aListWithEverySetting(ListId id) {
        return new MailingList(id, DOMAIN,
                new Profile("Schachverein Königsspringer ♞", "Neues für alle, die „ziehen“",
                        Locale.forLanguageTag("de-CH")),
                new People(
                        List.of(EmailAddress.of("Vera.Vorstand@Club.example"), EmailAddress.of("kasse@club.example")),
                        List.of(EmailAddress.of("jugend+wart@bücher.example")), OwnerNotices.DAILY)
                        .withModerators(List.of(EmailAddress.of("Moritz@club.example"))),
                new Posting(PostingPolicy.MEMBERS, 3_000_001,
                        new Screening(Refusal.REJECT, 7, true,
                                List.of(new SenderPattern("anna@club.example"), new SenderPattern("spam.example")),
                                List.of("zip", "docm"))),
                new Layout(new ReplyPolicy.Fixed(EmailAddress.of("Fragen@club.example")), "[schach]",
                        "Zeile eins\nZeile zwei: {{unsubscribe_url}}", "https://archiv.example/schach/{message-id}"),
                new SignUpRules(new Entrance(Admission.CLOSED, false, true), Duration.ofMinutes(90),
                        List.of(new DomainPattern("club.example"), new DomainPattern("*.xn--bcher-kva.example")),
                        List.of(new PageOrigin("https://verein.example"), new PageOrigin("http://localhost:8000")), 17,
                        false),
                new Dispatch(Duration.ofMinutes(7),
                        QuietHours.parse("22:00-07:30 Europe/Zurich").orElseThrow(),
                        Dispatch.Report.OWNERS, false),
                new Groups(List.of(new GroupName("board"), new GroupName("u-18")),
                        List.of(new DomainGroup(new DomainPattern("club.example"), new GroupName("staff")),
                                new DomainGroup(new DomainPattern("*.uni.example"), new GroupName("students"))),
                        List.of(new GroupPosting(new GroupName("board"), GroupPosting.Who.GROUP),
                                new GroupPosting(new GroupName("u-18"), GroupPosting.Who.OWNERS))),
                new NoteRules(NoteRules.Ways.PHONE, List.of(new CountryCode("+49"), new CountryCode("+1204")), 7),
                new Brand(Optional.of(new Colour(0x7a, 0x1f, 0x2b)),
                        Logo.parse(
                                "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4="),
                        "Schachverein „Königsspringer“", "https://club.example/impressum",
                        "https://club.example/datenschutz?von=liste", "Schachverein\nKönigstraße 1\n12345 Köln"));
    }

    /** A name that no other test uses, so that tests can share one table. */
    public static ListId freshListId() {
        return new ListId("list-" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
    }
}
