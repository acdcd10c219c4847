/**
 * Files of people, as programs and people write them: {@link org.clubpost.people.file.PeopleFile} gives their
 * sheets, a sheet its rows, and {@link org.clubpost.people.file.Columns} says what stands in which column.
 */
@org.jspecify.annotations.NullMarked
package org.clubpost.people.file;
