/**
 * The ports on one SQLite file: tables with columns, and indexes made for the questions that are asked. {@link
 * org.clubpost.local.sqlite.SqliteDatabase} is all that others see.
 */
@NullMarked
package org.clubpost.local.sqlite;

import org.jspecify.annotations.NullMarked;
