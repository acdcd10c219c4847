package org.clubpost.cli.members;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberStatus;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What to choose subscribers by: their state, or that mail to them comes back. */
sealed interface ListedStatus {

    /**
     * They are in that state.
     *
     * @param status the state
     */
    record Standing(SubscriberStatus status) implements ListedStatus {}

    /** Members from whom mail came back that still counts, and those whose mail is stopped for it. */
    record Bouncing() implements ListedStatus {}

    /** Of those from whom mail came back it says whether they still have to do with the list. */
    default boolean isOf(Subscriber subscriber) {
        return switch (this) {
            case Standing(var status) -> status == SubscriberStatus.of(subscriber);
            case Bouncing _ -> subscriber instanceof Subscriber.Confirmed
                    || subscriber instanceof Subscriber.Suppressed;
        };
    }

    /** Reads a state as it is typed. */
    final class States implements ITypeConverter<SubscriberStatus>, Iterable<String> {

        private static List<String> words() {
            return Stream.of(SubscriberStatus.values()).map(SubscriberStatus::word).toList();
        }

        @Override
        public SubscriberStatus convert(String typed) {
            return SubscriberStatus.parse(typed).orElseThrow(() -> new TypeConversionException(
                    "expected one of " + String.join(", ", words()) + " but was \"" + typed + "\""));
        }

        @Override
        public Iterator<String> iterator() {
            return words().iterator();
        }
    }

    /** Reads what to choose by as it is typed. */
    final class Words implements ITypeConverter<ListedStatus>, Iterable<String> {

        private static final String BOUNCING = "bouncing";

        private static List<String> words() {
            return Stream.concat(States.words().stream(), Stream.of(BOUNCING)).toList();
        }

        @Override
        public ListedStatus convert(String typed) {
            return BOUNCING.equalsIgnoreCase(typed)
                    ? new Bouncing()
                    : SubscriberStatus.parse(typed).<ListedStatus>map(Standing::new)
                            .orElseThrow(() -> new TypeConversionException("expected one of "
                                    + String.join(", ", words()) + " but was \"" + typed + "\""));
        }

        @Override
        public Iterator<String> iterator() {
            return words().iterator();
        }
    }
}
