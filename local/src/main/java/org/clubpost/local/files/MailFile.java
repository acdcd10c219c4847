package org.clubpost.local.files;

import java.nio.file.Path;
import org.clubpost.core.store.MailKey;

/** A mail's key, and the file that holds the mail. */
record MailFile(MailKey key, Path path) {}
