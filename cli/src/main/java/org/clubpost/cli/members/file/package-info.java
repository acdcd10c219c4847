/**
 * Files of people, as programs and people write them: {@link org.clubpost.cli.members.file.PeopleFile} gives their
 * sheets, a sheet its rows, and {@link org.clubpost.cli.members.file.Columns} says what stands in which column.
 */
@org.jspecify.annotations.NullMarked
package org.clubpost.cli.members.file;
