package org.clubpost.core.person;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.act.Actor;

/**
 * A browser in which somebody is signed in.
 *
 * @param id tells it from all others
 * @param actor who is signed in
 * @param language the language that they chose; empty when they chose none
 * @param until when it ends
 */
public record Session(String id, Actor actor, Optional<Locale> language, Instant until) {}
