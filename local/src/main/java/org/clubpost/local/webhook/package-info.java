/**
 * The events for the club's own programs, to addresses on the web. What the database recorded becomes a {@link
 * org.clubpost.local.webhook.Delivery} for each webhook, in the database too. Each webhook is served by a thread of its
 * own, so that a dead one holds up no other. A delivery is signed, tried for some days, and then kept as given up.
 */
@NullMarked
package org.clubpost.local.webhook;

import org.jspecify.annotations.NullMarked;
