/**
 * The log of a list. {@link org.clubpost.function.admin.log.LogRoom} shows it and takes things back, {@link
 * org.clubpost.function.admin.log.LogFile} gives it as a table for spreadsheets.
 */
@NullMarked
package org.clubpost.function.admin.log;

import org.jspecify.annotations.NullMarked;
