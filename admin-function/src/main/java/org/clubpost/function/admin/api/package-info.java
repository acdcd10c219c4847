/**
 * The lists for programs: {@code /api/v1}. {@link org.clubpost.function.admin.api.Api} finds the {@link
 * org.clubpost.function.admin.api.Operation} in a table, by method and path, and asks it when everything is certain that
 * the table says it needs: a key with a scope, a list for which the person has a role, fields that can be read. An operation
 * calls a use case, as a room does, and says in JSON what came of it; when something is wrong it gives a {@link
 * org.clubpost.function.admin.api.Problem}. {@link org.clubpost.function.admin.api.Repeats} answers a call that is made
 * again.
 */
@NullMarked
package org.clubpost.function.admin.api;

import org.jspecify.annotations.NullMarked;
