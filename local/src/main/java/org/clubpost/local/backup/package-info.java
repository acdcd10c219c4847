/**
 * Taking a data directory along: {@link org.clubpost.local.backup.Backup} writes one archive of it while the service
 * runs, and {@link org.clubpost.local.backup.Restore} makes a directory of the archive.
 */
@NullMarked
package org.clubpost.local.backup;

import org.jspecify.annotations.NullMarked;
