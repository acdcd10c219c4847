package org.clubpost.function.unsubscribe;

import java.time.InstantSource;
import org.clubpost.core.list.Lists;
import org.clubpost.core.privacy.Disclose;
import org.clubpost.core.privacy.Erase;
import org.clubpost.core.privacy.OwnLinks;

/**
 * What people may ask about themselves.
 *
 * @param lists all lists of the club
 * @param links says what a link is good for
 * @param disclose gathers what is stored
 * @param erase erases it
 * @param clock the time
 */
public record Own(Lists lists, OwnLinks links, Disclose disclose, Erase erase, InstantSource clock) {}
