package org.clubpost.core.act;

import org.clubpost.core.address.EmailAddress;

/** Who does something. It is recorded with what was done, so it has a written form. */
public sealed interface Actor {

    /**
     * Somebody with a role for the list, such as an owner.
     *
     * @param address who; kept as it was written
     */
    record Owner(EmailAddress address) implements Actor {

        @Override
        public String written() {
            return PREFIX + address.written();
        }

        private static final String PREFIX = "owner ";
    }

    /** Whoever may use the command line. */
    record Operator() implements Actor {

        @Override
        public String written() {
            return "operator";
        }
    }

    /** The member whom it is about. */
    record Member() implements Actor {

        @Override
        public String written() {
            return "member";
        }
    }

    /** The service by itself, such as when a time is over. */
    record Service() implements Actor {

        @Override
        public String written() {
            return "service";
        }
    }

    /** Nobody knows any more: an older version did not record it. */
    record Unknown() implements Actor {

        @Override
        public String written() {
            return "unknown";
        }
    }

    /** As it is stored; {@link #parse} reads it. */
    String written();

    /** Reads what {@link #written} gives. What only a newer version knows is {@link Unknown}. */
    static Actor parse(String written) {
        return switch (written) {
            case "operator" -> new Operator();
            case "member" -> new Member();
            case "service" -> new Service();
            default -> written.startsWith(Owner.PREFIX)
                    ? EmailAddress.parse(written.substring(Owner.PREFIX.length())).<Actor>map(Owner::new)
                            .orElseGet(Unknown::new)
                    : new Unknown();
        };
    }
}
