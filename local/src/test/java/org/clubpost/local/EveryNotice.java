package org.clubpost.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.Colour;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.notice.CommandResult;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailContent;

/** A notice of every kind, with values made up by their types. So a new kind is among them by itself. */
final class EveryNotice {

    /** Notices whose reason stands behind a colon, and says why sending fails. */
    private static final Set<Class<?>> SENDING = Set.of(PostNotice.PostUndecided.class, PostNotice.PostStuck.class,
            PostNotice.PostReport.class);

    /** Notices that say something else when this is no, or is not there. */
    private static final Map<Class<?>, String> BOTH_WAYS = Map.of(OwnerNotice.MakersChanged.class, "isGranted",
            OwnerNotice.ListDeleted.class, "until");

    private final MailingList list;
    private boolean isAboutSending;

    private EveryNotice(MailingList list) {
        this.list = list;
    }

    /** One of each kind; of a kind with variants, one of each. */
    static Stream<Notice> in(Locale language) {
        var list = MailingList.create(new ListId("news"), "lists.example.org", "Schachverein Königsspringer",
                List.of(EmailAddress.of("owner@club.example")));
        var made = new EveryNotice(list.with(new Profile("Schachverein Königsspringer", "", language))
                .with(Brand.NONE.withPostalAddress("Schachverein Königsspringer e. V.\nTurmstraße 8\n50667 Köln")
                        .withColour(Colour.parse("#ffcc00")).withImprint("https://club.example/imprint")
                        .withPrivacy("https://club.example/privacy")));
        return kinds(Notice.class).flatMap(kind -> made.all(kind).stream()).map(Notice.class::cast);
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EveryNotice::kinds)
                : Stream.of(type);
    }

    /** A record of that type with usual values; one for each variant of a component that has variants. */
    private List<Object> all(Class<?> type) {
        if (Notice.class.isAssignableFrom(type)) {
            isAboutSending = SENDING.contains(type);
        }
        var components = type.getRecordComponents();
        var choices = Arrays.stream(components).map(each -> each.getName().equals(BOTH_WAYS.get(type))
                ? bothWays(each)
                : values(each)).toList();
        var most = choices.stream().mapToInt(List::size).max().orElse(1);
        var all = new ArrayList<Object>();
        for (var i = 0; i < most; i++) {
            var at = i;
            all.add(make(type, components, choices.stream().map(each -> each.get(at % each.size())).toArray()));
        }
        return all;
    }

    private List<?> bothWays(RecordComponent component) {
        return component.getType() == boolean.class
                ? List.of(true, false)
                : List.of(values(component).getFirst(), Optional.empty());
    }

    private static Object make(Class<?> type, RecordComponent[] components, Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no " + type + " of " + Arrays.toString(values), e);
        }
    }

    private List<?> values(RecordComponent component) {
        return values(component.getGenericType(), component.getName());
    }

    private List<?> values(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            var inner = values(generic.getActualTypeArguments()[0], name);
            return List.of(container((Class<?>) generic.getRawType(), inner));
        }
        return plain((Class<?>) type, name);
    }

    private static Object container(Class<?> type, List<?> inner) {
        if (type == Optional.class) {
            return Optional.of(inner.getFirst());
        }
        if (type == List.class) {
            return inner.getFirst() instanceof MailingList one
                    ? List.of(one, one.with(one.profile().withName("Jugend")))
                    : List.copyOf(inner);
        }
        return type == Set.class ? Set.copyOf(inner) : new TreeSet<Object>(inner);
    }

    private List<?> plain(Class<?> type, String name) {
        if (type == MailingList.class) {
            return List.of(list);
        }
        if (type == EmailAddress.class) {
            return List.of(EmailAddress.of("anna.muessig@club.example"));
        }
        if (type == Locale.class) {
            return List.of(list.profile().language());
        }
        if (type == URI.class) {
            return List.of(URI.create("https://lists.example.org/confirm?token=AQd3k9fG7hJ2mN5pQ8sT1vX4zB6cD0eF"));
        }
        if (type == String.class) {
            return List.of(text(name));
        }
        if (type == int.class) {
            return List.of(12);
        }
        if (type == long.class) {
            return List.of(1234L);
        }
        if (type == boolean.class) {
            return List.of(true);
        }
        if (type == Reason.class) {
            return isAboutSending
                    ? List.of(Reason.of(Reason.Cause.RELAY_UNREACHABLE), Reason.of(Reason.Cause.SES_DAY_SPENT))
                    : List.of(Reason.of(Reason.Cause.MAY_NOT_POST), Reason.of(Reason.Cause.AUTHOR_TO_CONFIRM));
        }
        return times(type).or(() -> other(type)).orElseGet(() -> all(type));
    }

    private static Optional<List<Object>> times(Class<?> type) {
        if (type == Duration.class) {
            return Optional.of(List.of(Duration.ofDays(3)));
        }
        if (type == Instant.class) {
            return Optional.of(List.of(Instant.parse("2026-03-06T08:30:00Z")));
        }
        if (type == LocalDate.class) {
            return Optional.of(List.of(LocalDate.of(2026, 12, 31)));
        }
        if (type == LocalTime.class) {
            return Optional.of(List.of(LocalTime.NOON));
        }
        return type == ZoneId.class ? Optional.of(List.of(ZoneOffset.UTC)) : Optional.empty();
    }

    private Optional<List<Object>> other(Class<?> type) {
        if (type == MailContent.class) {
            return Optional.of(List.of(MailContent.of("Subject: x\r\n\r\nHello\r\n".getBytes(US_ASCII))));
        }
        if (type == CommandResult.Explained.class) {
            return Optional.of(List.of(new CommandResult.Explained("held", "held")));
        }
        if (type == EntryId.class) {
            return Optional.of(List.of(new EntryId("0a".repeat(10))));
        }
        if (type == SubscriberId.class) {
            return Optional.of(List.of(new SubscriberId("0a".repeat(16))));
        }
        if (type == PersonName.class) {
            return Optional.of(List.of(new PersonName("Anna Müßig")));
        }
        if (type.isEnum()) {
            return Optional.of(List.of(type.getEnumConstants()));
        }
        return type.isSealed()
                ? Optional.of(Arrays.stream(type.getPermittedSubclasses()).flatMap(each -> all(each).stream()).toList())
                : Optional.empty();
    }

    private static String text(String name) {
        return switch (name) {
            case "messageId" -> "<a.b@mail.example>";
            case "author", "from" -> "Anna Müßig <anna@club.example>";
            case "post" -> "20260306-083000-abcd";
            case "value" -> "board";
            // Of some commands it is a number.
            case "about" -> "3";
            default -> "Sommerfest: Wer bringt was mit?";
        };
    }
}
