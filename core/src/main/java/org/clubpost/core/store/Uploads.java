package org.clubpost.core.store;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Files that are too large for a form of ours. A browser sends one straight to where it is kept, with a form that is good
 * for one key and for {@link #VALID}; then it is led back to a page. It is kept for a day.
 * Every method may throw {@link org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface Uploads {

    /** How long a form is good. */
    Duration VALID = Duration.ofMinutes(10);

    /** How long a file is kept: it is used at once. */
    Duration KEPT = Duration.ofDays(1);
    /** The name of the field with the file, which must be the form's last. */
    String FILE = "file";

    /**
     * A form that sends a file ({@code multipart/form-data}, RFC 7578).
     *
     * @param action where it is sent: a path of ours, or an address of somebody else's
     * @param fields what it has to send before the file
     */
    record Form(String action, Map<String, String> fields) {

        /** Copies the fields. */
        public Form {
            fields = Map.copyOf(fields);
        }

        /** The origin to which a page must be allowed to send it; empty when it is ours. */
        public Optional<String> origin() {
            var uri = URI.create(action);
            return uri.isAbsolute()
                    ? Optional.of(uri.getScheme() + "://" + uri.getRawAuthority())
                    : Optional.empty();
        }
    }

    /**
     * A form for one file.
     *
     * @param key where the file will lie
     * @param most how many octets it may have
     * @param onwards where the browser is led when the file has arrived; more may be added to its query
     */
    Form form(UploadKey key, long most, URI onwards, Instant now);

    /**
     * The file.
     *
     * @param most how many octets it may have, whatever the form allowed
     * @return empty when it is not there, or larger
     */
    Optional<MailContent> find(UploadKey key, long most);

    /** How many octets the file has; empty when it is not there. */
    OptionalLong size(UploadKey key);

    /** Keeps a file that came another way, in place of what was there. */
    void keep(UploadKey key, byte[] octets);

    /** Removes the file, if it is there. */
    void remove(UploadKey key);
}
