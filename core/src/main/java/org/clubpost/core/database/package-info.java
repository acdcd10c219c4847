/**
 * All ports that keep records, together. An adapter offers a {@link org.clubpost.core.database.Database} to the code
 * that puts the parts of the service together. No use case asks for it. Each use case asks for the ports that it needs,
 * and these are in the packages that call them.
 */
@NullMarked
package org.clubpost.core.database;

import org.jspecify.annotations.NullMarked;
