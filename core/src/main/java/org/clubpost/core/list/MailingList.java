package org.clubpost.core.list;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.clubpost.core.address.EmailAddress;

/**
 * A mailing list with all its settings. Each group of settings is a record of its own;
 * {@link org.clubpost.core.list.setting.ListSettings} names every single one for the command line and for storage.
 *
 * @param id its short name
 * @param domain the domain of its addresses, in lower-case ASCII form, such as {@code lists.example.org}
 * @param profile how it presents itself
 * @param people who runs it and who may write to it
 * @param posting what is taken in
 * @param layout what its mails look like
 * @param signUp how one joins
 * @param dispatch how its posts go out
 * @param groups the groups into which its members are sorted
 * @param notes how members may have themselves told that a new post is out
 * @param brand how the club presents itself
 */
public record MailingList(ListId id, String domain, Profile profile, People people, Posting posting, Layout layout,
        SignUpRules signUp, Dispatch dispatch, Groups groups, NoteRules notes, Brand brand) {

    /** With nothing said about the club. */
    public MailingList(ListId id, String domain, Profile profile, People people, Posting posting, Layout layout,
            SignUpRules signUp, Dispatch dispatch, Groups groups, NoteRules notes) {
        this(id, domain, profile, people, posting, layout, signUp, dispatch, groups, notes, Brand.NONE);
    }

    /** A list with its identity and nothing but defaults. */
    public static MailingList create(ListId id, String domain, String name, List<EmailAddress> owners) {
        return new MailingList(id, domain, new Profile(name, "", Locale.ENGLISH), new People(owners, List.of()),
                new Posting(PostingPolicy.POSTERS, 10L << 20),
                new Layout(new ReplyPolicy.Author(), "[" + id.value() + "]", ""),
                new SignUpRules(true, SignUpRules.USUAL_TIME), Dispatch.DEFAULT, Groups.NONE,
                NoteRules.OFF);
    }

    /** The address to post to. */
    public EmailAddress address() {
        return address(ListRole.POST);
    }

    /** The list's address in the given role. */
    public EmailAddress address(ListRole role) {
        return EmailAddress.of(role.localParts(id).getFirst() + "@" + domain);
    }

    /**
     * The address to which an answer confirms.
     *
     * @param token of at most {@value ListAddress#MAX_TOKEN} characters, so that the local part has 64 octets at most
     *         whatever the list is called (RFC 5321 section 4.5.3.1.1)
     */
    public EmailAddress confirmAddress(String token) {
        return EmailAddress.of(address(ListRole.CONFIRM).localPart() + "+" + token + "@" + domain);
    }

    /**
     * The address to post to for that audience; all addresses when it is several groups. A group's has a hyphen before
     * the group, because nothing shows that SES hands in mail to an address with a {@code +}.
     */
    public List<EmailAddress> addresses(Audience audience) {
        return switch (audience) {
            case Audience.Everyone _ -> List.of(address());
            case Audience.InGroups(var chosen) -> chosen.stream().map(this::address).toList();
        };
    }

    /** All addresses of its groups, two for each: with a hyphen and with a {@code +}. */
    public List<EmailAddress> groupAddresses() {
        return groups.all().stream().flatMap(group -> Stream.of(address(group),
                EmailAddress.of(id.value() + "+" + group + "@" + domain))).toList();
    }

    /** The address to post to for that group. */
    public EmailAddress address(GroupName group) {
        return EmailAddress.of(id.value() + "-" + group + "@" + domain);
    }

    /**
     * Whether somebody with an account of the club may become a member, as far as the domain of the address goes. Where
     * the list has {@linkplain SignUpRules#domains domains from which one may sign up}, those count. Otherwise the
     * address must be in the list's {@linkplain Groups#domains table of domains}. A list with neither takes nobody this
     * way: a setting that is missing lets nobody in.
     */
    public boolean takesAccount(EmailAddress address) {
        return signUp.domains().isEmpty() ? !groups.of(address).isEmpty() : signUp.takes(address);
    }

    /** The domains of those addresses that {@link #takesAccount} takes, as they are set. */
    public List<DomainPattern> accountDomains() {
        return signUp.domains().isEmpty()
                ? groups.domains().stream().map(DomainGroup::domain).toList()
                : signUp.domains();
    }

    /** This list with another profile. */
    public MailingList with(Profile changed) {
        return new MailingList(id, domain, changed, people, posting, layout, signUp, dispatch, groups, notes, brand);
    }

    /** This list with other people. */
    public MailingList with(People changed) {
        return new MailingList(id, domain, profile, changed, posting, layout, signUp, dispatch, groups, notes, brand);
    }

    /** This list with other rules of posting. */
    public MailingList with(Posting changed) {
        return new MailingList(id, domain, profile, people, changed, layout, signUp, dispatch, groups, notes, brand);
    }

    /** This list with another screening of its mails. */
    public MailingList with(Screening changed) {
        return with(posting.withScreening(changed));
    }

    /** This list with another layout. */
    public MailingList with(Layout changed) {
        return new MailingList(id, domain, profile, people, posting, changed, signUp, dispatch, groups, notes, brand);
    }

    /** This list with another way to sign up. */
    public MailingList with(SignUpRules changed) {
        return new MailingList(id, domain, profile, people, posting, layout, changed, dispatch, groups, notes, brand);
    }

    /** This list with another way for its posts to go out. */
    public MailingList with(Dispatch changed) {
        return new MailingList(id, domain, profile, people, posting, layout, signUp, changed, groups, notes, brand);
    }

    /** This list with other groups. */
    public MailingList with(Groups changed) {
        return new MailingList(id, domain, profile, people, posting, layout, signUp, dispatch, changed, notes, brand);
    }

    /** This list with other rules for the word that a new post is out. */
    public MailingList with(NoteRules changed) {
        return new MailingList(id, domain, profile, people, posting, layout, signUp, dispatch, groups, changed, brand);
    }

    /** This list with another brand. */
    public MailingList with(Brand changed) {
        return new MailingList(id, domain, profile, people, posting, layout, signUp, dispatch, groups, notes, changed);
    }

    /** The name in the From of its own mails. */
    public String senderName() {
        return brand.senderName().isEmpty() ? profile.name() : brand.senderName();
    }
}
