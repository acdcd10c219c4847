/**
 * Telling what would become of mails. {@link org.clubpost.cli.preview.PreviewCommand} finds the list in a settings
 * file, in a running service or in a data directory, and goes through the files.
 */
@NullMarked
package org.clubpost.cli.preview;

import org.jspecify.annotations.NullMarked;
