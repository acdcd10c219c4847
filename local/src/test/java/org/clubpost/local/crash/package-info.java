/**
 * What a kill, a power cut and a bad disk do to a data directory. A library between the process and its disk records
 * every call that changes something there ({@link org.clubpost.local.crash.Tracer}). From the record, the directory is
 * rebuilt as it was before each of these calls ({@link org.clubpost.local.crash.DiskImage}), a service is started on it,
 * and everything that was promised until then must hold ({@link org.clubpost.local.crash.Aftermath}).
 */
@NullMarked
package org.clubpost.local.crash;

import org.jspecify.annotations.NullMarked;
