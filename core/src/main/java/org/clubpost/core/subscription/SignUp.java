package org.clubpost.core.subscription;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscriber.Origin;

/**
 * What a visitor sent with the form: to join one list, or several lists with one confirmation.
 *
 * @param lists the lists to join, at least one, in the order of their names, each once
 * @param address the address that is to join
 * @param name the name given, or none
 * @param language the language that the form was shown in
 * @param form which form: the name or address of the page
 * @param wording SHA-256 of the text that the form showed, in hexadecimal
 * @param origin the act itself
 */
public record SignUp(List<ListId> lists, EmailAddress address, PersonName name, Locale language, String form,
        String wording, Origin origin) {

    private static final String AND = "+";

    /** To join one list. */
    public SignUp(ListId list, EmailAddress address, PersonName name, Locale language, String form, String wording,
            Origin origin) {
        this(List.of(list), address, name, language, form, wording, origin);
    }

    /** Puts the lists in order. */
    public SignUp {
        lists = lists.stream().distinct().sorted(Comparator.comparing(ListId::value)).toList();
        if (lists.isEmpty()) {
            throw new IllegalArgumentException("nobody joins nothing");
        }
    }

    /** The list to join; of several the first. */
    public ListId list() {
        return lists.getFirst();
    }

    /** The same for these lists only. */
    SignUp only(List<ListId> fewer) {
        return new SignUp(fewer, address, name, language, form, wording, origin);
    }

    /** Whether it is for several lists. */
    public boolean isJoint() {
        return lists.size() > 1;
    }

    /** The lists as one text, such as {@code news}, or {@code chess+news}. */
    public String choice() {
        return lists.stream().map(ListId::value).collect(Collectors.joining(AND));
    }

    /** The lists of a {@linkplain #choice text}. */
    public static List<ListId> chosen(String choice) {
        return List.of(choice.split("\\+")).stream().map(ListId::new).toList();
    }
}
