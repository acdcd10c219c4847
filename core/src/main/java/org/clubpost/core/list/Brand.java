package org.clubpost.core.list;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the club that has the list presents itself: on its pages, and in its mails. There is no store of the club's own:
 * what all of its lists have alike is the club's ({@link #shared}; docs/decisions/0040).
 *
 * @param colour the club's colour, exactly as given; whoever shows it sees to the contrast
 * @param logo the club's picture
 * @param senderName whose name the list's own mails bear, one line; empty for the list's name
 * @param imprint where a page says who is behind it, an http or https address; empty for nowhere
 * @param privacy where a page says what happens to data, an http or https address; empty for nowhere
 * @param postalAddress where the club can be reached by post, in lines parted by LF; empty when it is missing
 */
public record Brand(Optional<Colour> colour, Optional<Logo> logo, String senderName, String imprint, String privacy,
        String postalAddress) {

    /** Nothing is said. */
    public static final Brand NONE = new Brand(Optional.empty(), Optional.empty(), "", "", "", "");

    /** What all of those lists have alike: the club's own. The rest is as in {@link #NONE}. */
    public static Brand shared(Collection<MailingList> lists) {
        return new Brand(shared(lists, Brand::colour, NONE.colour), shared(lists, Brand::logo, NONE.logo),
                shared(lists, Brand::senderName, ""), shared(lists, Brand::imprint, ""),
                shared(lists, Brand::privacy, ""), shared(lists, Brand::postalAddress, ""));
    }

    private static <T> T shared(Collection<MailingList> lists, Function<Brand, T> part, T otherwise) {
        var values = lists.stream().map(MailingList::brand).map(part).distinct().limit(2).toList();
        return values.size() == 1 ? Objects.requireNonNull(values.getFirst()) : otherwise;
    }

    /** With another colour. */
    public Brand withColour(Optional<Colour> changed) {
        return new Brand(changed, logo, senderName, imprint, privacy, postalAddress);
    }

    /** With another picture. */
    public Brand withLogo(Optional<Logo> changed) {
        return new Brand(colour, changed, senderName, imprint, privacy, postalAddress);
    }

    /** With another name in its own mails. */
    public Brand withSenderName(String changed) {
        return new Brand(colour, logo, changed, imprint, privacy, postalAddress);
    }

    /** With another imprint. */
    public Brand withImprint(String changed) {
        return new Brand(colour, logo, senderName, changed, privacy, postalAddress);
    }

    /** With another page about privacy. */
    public Brand withPrivacy(String changed) {
        return new Brand(colour, logo, senderName, imprint, changed, postalAddress);
    }

    /** With another postal address. */
    public Brand withPostalAddress(String changed) {
        return new Brand(colour, logo, senderName, imprint, privacy, changed);
    }
}
