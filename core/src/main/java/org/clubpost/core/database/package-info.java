/**
 * All ports that keep records, together: a {@link org.clubpost.core.database.Database} is what one adapter offers to
 * whoever puts the parts of the service together. No use case asks for it; each asks for the ports that it needs, which
 * stand in the packages that call them.
 */
@NullMarked
package org.clubpost.core.database;

import org.jspecify.annotations.NullMarked;
