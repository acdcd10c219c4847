/**
 * The domain of Clubpost: what a list is, who is on it and by what consent, and how one post becomes many deliveries.
 *
 * <p>The packages, in the order in which a visitor and a mail meet them:
 * <ol>
 * <li>{@link org.clubpost.core.address}, {@link org.clubpost.core.text} and {@link org.clubpost.core.list}: the
 * words;</li>
 * <li>{@link org.clubpost.core.secret}: the keys of people, and what is stored of a token;</li>
 * <li>{@link org.clubpost.core.subscriber}: who is on a list, and since when by what consent;</li>
 * <li>{@link org.clubpost.core.link}: the tokens that stand in links, and what each is good for;</li>
 * <li>{@link org.clubpost.core.limit}: how often something may happen;</li>
 * <li>{@link org.clubpost.core.subscription}: signing up, confirming, leaving;</li>
 * <li>{@link org.clubpost.core.store} and {@link org.clubpost.core.post}: mails at rest, and what a post is;</li>
 * <li>{@link org.clubpost.core.reason}: why a mail, a post or a copy did not simply go on;</li>
 * <li>{@link org.clubpost.core.moderation}: held posts, and what people decide about them;</li>
 * <li>{@link org.clubpost.core.delivery}: the ranges of members that a post is delivered to, and the delivery;</li>
 * <li>{@link org.clubpost.core.care}: what people do to a post on its way, and what they are told;</li>
 * <li>{@link org.clubpost.core.notice} and {@link org.clubpost.core.outbox}: the mails that we write ourselves, and the
 * way out;</li>
 * <li>{@link org.clubpost.core.database}: all ports that keep records, together.</li>
 * </ol>
 *
 * <p>Nothing here knows AWS, JSON, the environment or a log. Time is a {@link java.time.InstantSource} and chance a
 * {@link java.util.random.RandomGenerator}, both passed in. What a caller has to deal with is returned as a sealed
 * type. The one exception of our own, {@link org.clubpost.core.UnavailableException}, means that the same call is worth
 * repeating after a while. {@link org.clubpost.core.Attempts} run what reads, decides and writes under a condition, and
 * begin anew when somebody else was quicker.
 */
@NullMarked
package org.clubpost.core;

import org.jspecify.annotations.NullMarked;
