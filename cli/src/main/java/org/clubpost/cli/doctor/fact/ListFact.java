package org.clubpost.cli.doctor.fact;

import java.util.Locale;
import org.clubpost.core.list.ListId;

/**
 * A list in the table.
 *
 * @param id its name
 * @param address where one writes to
 * @param members how many confirmed members it has
 * @param language the language that it is set to
 */
public record ListFact(ListId id, String address, long members, Locale language) {}
