package org.clubpost.function.cognito;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolEvent;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.text.Languages;
import org.jspecify.annotations.Nullable;

/**
 * A user of a pool, as Cognito tells of them (Amazon Cognito Developer Guide, "Working with user attributes").
 *
 * @param id who it is
 * @param attributes the attributes, by name
 * @param metadata what the app sent along; only with an event
 */
record User(Id id, Map<String, String> attributes, Map<String, String> metadata) {

    /** Where apps put the language of the person, the best place first. */
    private static final List<String> LANGUAGE = List.of("lang", "language", "locale");

    /**
     * Who a user is.
     *
     * @param pool the id of the pool, such as {@code eu-central-1_Ab1Cd2Ef3}
     * @param name the user name, without white space; a random one in a pool where people sign in by their address
     */
    record Id(String pool, String name) {}

    /** Copies both maps. */
    User {
        attributes = Map.copyOf(attributes);
        metadata = Map.copyOf(metadata);
    }

    static User of(CognitoUserPoolEvent event, CognitoUserPoolEvent.@Nullable Request request,
            @Nullable Map<String, String> metadata) {
        return new User(new Id(text(event.getUserPoolId()), text(event.getUserName())),
                known(request == null ? null : request.getUserAttributes()), known(metadata));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Map<String, String> known(@Nullable Map<String, String> values) {
        return values == null
                ? Map.of()
                : values.entrySet().stream().filter(each -> Objects.nonNull(each.getValue()))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The address; empty when there is none, or none that can be written to. */
    Optional<EmailAddress> address() {
        return find("email").flatMap(EmailAddress::parse);
    }

    /** Whether the pool has seen a code that it sent to the address. */
    boolean isAddressProven() {
        return find("email_verified").filter("true"::equalsIgnoreCase).isPresent();
    }

    /** The id that the pool gave the user: the only thing about them that a log may have. */
    String sub() {
        return find("sub").orElse("unknown");
    }

    /** The name, as far as it is one that we can use. */
    PersonName name() {
        var name = find("name").orElseGet(() -> Stream.of("given_name", "family_name").map(this::find)
                .flatMap(Optional::stream).collect(Collectors.joining(" ")));
        return PersonName.parse(name).orElse(PersonName.NONE);
    }

    /** The best language for the person, as the app says, or else the attribute {@code locale}. */
    Locale language(Locale otherwise) {
        return Stream.concat(LANGUAGE.stream().map(key -> Optional.ofNullable(metadata.get(key))),
                Stream.of(find("locale"))).flatMap(Optional::stream).map(User::ranges)
                .filter(wanted -> !wanted.isEmpty()).findFirst().map(wanted -> Languages.best(wanted, otherwise))
                .orElseGet(() -> Languages.closest(otherwise));
    }

    /** Reads {@code de-AT} and {@code de_AT}; none when it is neither. */
    private static List<LanguageRange> ranges(String text) {
        try {
            return LanguageRange.parse(text.strip().replace('_', '-'));
        } catch (IllegalArgumentException noLanguage) {
            return List.of();
        }
    }

    /** An attribute; empty when it is missing or blank. */
    Optional<String> find(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
