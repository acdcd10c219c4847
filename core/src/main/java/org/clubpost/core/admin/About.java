package org.clubpost.core.admin;

import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/** What an entry of the log is about. It names nobody: a person is the key of the address, a post its id. */
public sealed interface About {

    /** The list itself, or many of its members together. */
    record WholeList() implements About {

        @Override
        public String written() {
            return "";
        }
    }

    /**
     * Somebody who is, was or may become a member.
     *
     * @param id the key of the address
     */
    record OnePerson(SubscriberId id) implements About {

        @Override
        public String written() {
            return id.hex();
        }
    }

    /**
     * A post.
     *
     * @param id its id
     */
    record OnePost(PostId id) implements About {

        @Override
        public String written() {
            return id.value();
        }
    }

    /** As it is stored: the key, the id, or nothing. The two differ in length. */
    String written();

    /**
     * Reads what {@link #written} gives.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static About parse(String written) {
        return switch (written.length()) {
            case 0 -> new WholeList();
            case 24 -> new OnePost(new PostId(written));
            default -> new OnePerson(new SubscriberId(written));
        };
    }
}
